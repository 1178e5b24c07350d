package org.neuroward.spectrum;

import java.util.Arrays;

/**
 * Complex discrete Fourier transforms of many signals side by side. A row holds one point of all signals, so that every
 * butterfly is a plain loop over a row, which the compiler turns into vector instructions; a lane's bits depend on that
 * lane alone. Holds working memory: not for use by two threads at once.
 *
 * <p>The method is the mixed-radix transform of Cooley and Tukey (1965), radix 4, 2, 3, 5 and any other, in place. Layers are
 * walked depth first, so that the deeper ones stay in the nearest cache.
 */
final class LaneTransform {

    private final LanePlan plan;

    private final Butterflies butterflies;
    private final double[][] re;
    private final double[][] im;

    /** @param lanes capacity of a row */
    LaneTransform(LanePlan plan, int lanes) {
        this.plan = plan;
        this.re = new double[plan.points][lanes];
        this.im = new double[plan.points][lanes];
        this.butterflies = new Butterflies(plan, re, im);
    }

    /** Where point {@code n} of every signal is to be written before {@link #forward}. */
    double[] inputRe(int n) {
        return re[plan.placeOf(n)];
    }

    double[] inputIm(int n) {
        return im[plan.placeOf(n)];
    }

    /** {@code Z[k] = Σ z[n] exp(-2πi k n / points)} of the first {@code lanes} signals. The input is lost. */
    void forward(int lanes) {
        butterflies.useLanes(lanes);
        if (plan.points > 1) {
            transform(0, 0);
        }
    }

    /** Point {@code k} of every spectrum; rows change places from one transform to the next. */
    double[] re(int k) {
        return re[k];
    }

    double[] im(int k) {
        return im[k];
    }

    void clear() {
        for (double[] row : re) {
            Arrays.fill(row, 0);
        }
        for (double[] row : im) {
            Arrays.fill(row, 0);
        }
    }

    private void transform(int depth, int first) {
        LanePlan.Layer layer = plan.layers[depth];
        if (layer.step > 1) {
            for (int e = 0; e < layer.radix; e++) {
                transform(depth + 1, first + e * layer.step);
            }
        }
        for (int k = 0; k < layer.step; k++) {
            butterflies.join(layer, first + k, k);
        }
    }
}
