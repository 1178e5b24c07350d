package org.neuroward.spectrum;

import java.util.Arrays;

/**
 * Factors and roots of unity of a discrete Fourier transform of real samples; immutable and shared.
 *
 * <p>The roots come from {@link StrictMath}, and every sum has one order: the transform of the same samples has the same bits
 * on every machine. Every length takes O(n log n); those with small factors, as multiples of the usual sampling rates have, are fastest.
 */
public final class FourierPlan {

    private final int length;
    private final boolean halved;
    final int points;
    final double[] splitCosines;
    final double[] splitSines;
    private final UnitRoots roots;
    private final LanePlan lanePlan;

    /** @param length number of real samples, at least 1 */
    public FourierPlan(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("a Fourier transform needs at least one sample: length=" + length);
        }
        this.length = length;
        this.halved = length % 2 == 0;
        this.points = halved ? length / 2 : length;
        this.roots = new UnitRoots(length);
        this.splitCosines = Arrays.copyOf(roots.cosines, halved ? points + 1 : 0);
        this.splitSines = Arrays.copyOf(roots.sines, halved ? points + 1 : 0);
        this.lanePlan = new LanePlan(points, roots);
    }

    public int length() {
        return length;
    }

    /** Number of frequencies from 0 to half the sampling rate, both included. */
    public int bins() {
        return length / 2 + 1;
    }

    /** Working memory for one user of this plan. */
    public FourierTransform newTransform() {
        return new FourierTransform(this);
    }

    /** Working memory for one user of this plan that transforms up to {@code lanes} signals at a time; 32 to 64 are fastest. */
    public FourierBatch newBatch(int lanes) {
        return new FourierBatch(this, lanes);
    }

    ComplexTransform newComplexTransform() {
        return LanePlan.hasSmallFactors(points) ? new StockhamTransform(points, roots) : new ChirpTransform(points);
    }

    LanePlan lanePlan() {
        return lanePlan;
    }

    /** Even lengths are transformed as half as many complex points. */
    boolean isHalved() {
        return halved;
    }
}
