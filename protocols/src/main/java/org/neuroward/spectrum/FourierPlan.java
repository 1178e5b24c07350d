package org.neuroward.spectrum;

import java.util.ArrayList;
import java.util.List;

/**
 * Factors and roots of unity of a discrete Fourier transform of real samples; immutable and shared.
 *
 * <p>The roots come from {@link StrictMath}, and every sum has one order: the transform of the same samples has the same bits
 * on every machine. A plan for length n takes O(n log n) when n has small factors, as 2 × the usual sampling rates have.
 */
public final class FourierPlan {

    private final int length;
    private final boolean halved;
    final int points;
    final int[] factors;
    final double[] cosines;
    final double[] sines;
    final double[] splitCosines;
    final double[] splitSines;
    private final LanePlan lanePlan;

    /** @param length number of real samples, at least 1 */
    public FourierPlan(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("a Fourier transform needs at least one sample: length=" + length);
        }
        this.length = length;
        this.halved = length % 2 == 0;
        this.points = halved ? length / 2 : length;
        this.factors = factorsOf(points);
        this.cosines = new double[points];
        this.sines = new double[points];
        fillRoots(points, cosines, sines);
        this.splitCosines = new double[halved ? points + 1 : 0];
        this.splitSines = new double[halved ? points + 1 : 0];
        fillRoots(length, splitCosines, splitSines);
        this.lanePlan = new LanePlan(points);
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

    LanePlan lanePlan() {
        return lanePlan;
    }

    /** Even lengths are transformed as half as many complex points. */
    boolean isHalved() {
        return halved;
    }

    private static void fillRoots(int order, double[] cosines, double[] sines) {
        for (int j = 0; j < cosines.length; j++) {
            double angle = 2 * Math.PI * j / order;
            cosines[j] = StrictMath.cos(angle);
            sines[j] = -StrictMath.sin(angle);
        }
    }

    private static int[] factorsOf(int n) {
        List<Integer> factors = new ArrayList<>();
        int rest = n;
        for (int factor = 4; rest > 1; ) {
            if (rest % factor == 0) {
                factors.add(factor);
                rest /= factor;
            } else if (factor == 4) {
                factor = 2;
            } else {
                factor = factor == 2 ? 3 : factor + 2;
            }
        }
        return factors.stream().mapToInt(Integer::intValue).toArray();
    }
}
