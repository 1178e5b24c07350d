package org.neuroward.spectrum;

import java.util.Arrays;

/**
 * Discrete Fourier transforms of many equally long real signals side by side, several times as fast as one after the other:
 * epochs of one channel, or channels of one epoch. A signal takes one lane; its spectrum has the same bits in whichever
 * lane it lies and whatever its neighbours are. Holds working memory: not for use by two threads at once.
 *
 * <p>Write sample n of all signals to {@link #input}, or let {@link #load} do it; call {@link #forward}; read bin k of all
 * spectra from {@link #real} and {@link #imaginary}. Rows are live memory: they are valid until the next {@code input},
 * {@code load} or {@code forward}, which may exchange them. A sample that is not a number makes its lane's spectrum NaN.
 */
public final class FourierBatch {

    private final FourierPlan plan;
    private final int capacity;
    private final LaneTransform lanes;
    private final boolean halved;
    private final double[] lastRe;
    private final double[] lastIm;

    FourierBatch(FourierPlan plan, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a batch needs at least one lane: lanes=" + capacity);
        }
        this.plan = plan;
        this.capacity = capacity;
        this.halved = plan.isHalved();
        this.lanes = new LaneTransform(plan.lanePlan(), capacity);
        this.lastRe = new double[halved ? capacity : 0];
        this.lastIm = new double[halved ? capacity : 0];
    }

    /** Number of signals that fit side by side. */
    public int capacity() {
        return capacity;
    }

    /** Where sample {@code n} of each signal is to be written, signal by signal, before {@link #forward}. */
    public double[] input(int n) {
        if (!halved) {
            return lanes.inputRe(n);
        }
        return n % 2 == 0 ? lanes.inputRe(n / 2) : lanes.inputIm(n / 2);
    }

    /**
     * Writes {@code (microvolts[firstSamples[from + lane] + n] - means[from + lane]) * taper[n]}, followed by zeros if the taper is
     * shorter than the plan, into as many lanes as there are epochs from {@code from} on, at most {@link #capacity()}.
     *
     * @return the number of lanes
     */
    public int load(double[] microvolts, int[] firstSamples, int from, double[] means, double[] taper) {
        int count = Math.min(capacity, firstSamples.length - from);
        int n = 0;
        for (; n + 4 <= taper.length; n += 4) {
            double[] a = input(n), b = input(n + 1), c = input(n + 2), d = input(n + 3);
            double wa = taper[n], wb = taper[n + 1], wc = taper[n + 2], wd = taper[n + 3];
            for (int lane = 0; lane < count; lane++) {
                int at = firstSamples[from + lane] + n;
                double mean = means[from + lane];
                a[lane] = (microvolts[at] - mean) * wa;
                b[lane] = (microvolts[at + 1] - mean) * wb;
                c[lane] = (microvolts[at + 2] - mean) * wc;
                d[lane] = (microvolts[at + 3] - mean) * wd;
            }
        }
        for (; n < taper.length; n++) {
            double[] row = input(n);
            for (int lane = 0; lane < count; lane++) {
                row[lane] = (microvolts[firstSamples[from + lane] + n] - means[from + lane]) * taper[n];
            }
        }
        for (; n < plan.length(); n++) {
            Arrays.fill(input(n), 0, count, 0);
        }
        return count;
    }

    /** {@code X[k] = Σ x[n] exp(-2πi k n / length)} for the first {@code count} lanes; the samples are lost. */
    public void forward(int count) {
        if (count < 1 || count > capacity) {
            throw new IllegalArgumentException(
                    "lanes in use must be 1 to the capacity: lanes=" + count + ", capacity=" + capacity);
        }
        if (halved) {
            lanes.forward(count);
            split(count);
        } else {
            for (int n = 0; n < plan.length(); n++) {
                Arrays.fill(lanes.inputIm(n), 0, count, 0);
            }
            lanes.forward(count);
        }
    }

    /** Real part of bin {@code k}, 0 to {@code length / 2}, of each spectrum. */
    public double[] real(int k) {
        return halved && 2 * k == plan.length() ? lastRe : lanes.re(k);
    }

    /** Imaginary part of bin {@code k} of each spectrum. */
    public double[] imaginary(int k) {
        return halved && 2 * k == plan.length() ? lastIm : lanes.im(k);
    }

    /** Spectra of even and odd samples, mixed in the complex points, become the spectrum of all. */
    private void split(int count) {
        int half = plan.length() / 2;
        double[] re = lanes.re(0), im = lanes.im(0);
        for (int q = 0; q < count; q++) {
            lastRe[q] = re[q] - im[q];
            re[q] = re[q] + im[q];
            im[q] = 0;
        }
        for (int k = 1; 2 * k < half; k++) {
            splitPair(k, half - k, count);
        }
        if (half % 2 == 0) {
            double[] middle = lanes.im(half / 2);
            for (int q = 0; q < count; q++) {
                middle[q] = -middle[q];
            }
        }
    }

    private void splitPair(int k, int mirror, int count) {
        double[] aRe = lanes.re(k), aIm = lanes.im(k), bRe = lanes.re(mirror), bIm = lanes.im(mirror);
        double c = plan.splitCosines[k] / 2, s = plan.splitSines[k] / 2;
        for (int q = 0; q < count; q++) {
            double evenRe = 0.5 * (aRe[q] + bRe[q]), evenIm = 0.5 * (aIm[q] - bIm[q]);
            double oddRe = aIm[q] + bIm[q], oddIm = bRe[q] - aRe[q];
            double turnedRe = oddRe * c - oddIm * s, turnedIm = oddRe * s + oddIm * c;
            aRe[q] = evenRe + turnedRe;
            aIm[q] = evenIm + turnedIm;
            bRe[q] = evenRe - turnedRe;
            bIm[q] = turnedIm - evenIm;
        }
    }
}
