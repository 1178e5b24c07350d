package org.neuroward.spectrum;

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

    /** The rows of {@link #inputRe} in order. */
    double[][] inputsRe() {
        return inOrder(re);
    }

    double[][] inputsIm() {
        return inOrder(im);
    }

    private double[][] inOrder(double[][] placed) {
        double[][] ordered = new double[placed.length][];
        for (int n = 0; n < ordered.length; n++) {
            ordered[n] = placed[plan.placeOf(n)];
        }
        return ordered;
    }

    /** {@code Z[k] = Σ z[n] exp(-2πi k n / points)} of the first {@code lanes} signals. The input is lost. */
    void forward(int lanes) {
        butterflies.useLanes(lanes);
        if (!plan.small) {
            oneByOne(lanes);
        } else if (plan.points > 1) {
            transform(0, 0);
        }
    }

    private void oneByOne(int lanes) {
        ComplexTransform transform = new ChirpTransform(plan.points);
        double[] real = new double[plan.points];
        double[] imaginary = new double[plan.points];
        for (int lane = 0; lane < lanes; lane++) {
            for (int n = 0; n < plan.points; n++) {
                real[n] = re[n][lane];
                imaginary[n] = im[n][lane];
            }
            transform.forward(real, imaginary);
            for (int n = 0; n < plan.points; n++) {
                re[n][lane] = real[n];
                im[n][lane] = imaginary[n];
            }
        }
    }

    /** Point {@code k} of every spectrum; rows change places from one transform to the next. */
    double[] re(int k) {
        return re[k];
    }

    double[] im(int k) {
        return im[k];
    }

    /** The rows of {@link #re(int)} in order. */
    double[][] outputsRe() {
        return re.clone();
    }

    double[][] outputsIm() {
        return im.clone();
    }

    /**
     * Makes the rows of a result those of an input, with real and imaginary parts exchanged: the transform of exchanged parts is
     * the inverse transform with exchanged parts.
     */
    void exchangeAndRewind() {
        double[][] oldRe = re.clone();
        double[][] oldIm = im.clone();
        for (int k = 0; k < re.length; k++) {
            re[plan.placeOf(k)] = oldIm[k];
            im[plan.placeOf(k)] = oldRe[k];
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
