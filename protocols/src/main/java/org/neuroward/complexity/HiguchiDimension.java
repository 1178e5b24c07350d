package org.neuroward.complexity;

import java.util.OptionalDouble;

/**
 * Fractal dimension of a signal's curve after Higuchi (1988, Physica D 31:277): 1 for a straight line, 1.5 for a random walk, 2 for
 * white noise.
 *
 * <p>The curve is measured in steps of k = 1 … k_max samples, from each of the first k samples m:
 * {@code L_m(k) = (N-1) / (⌊(N-m)/k⌋ k²) · Σ |x(m+ik) - x(m+(i-1)k)|}, i = 1 … ⌊(N-m)/k⌋; L(k) is the mean over m. The dimension is
 * the least-squares slope of ln L(k) on ln 1/k. Some published programs leave out the last term of the sum; this follows the formula.
 */
public final class HiguchiDimension {

    public static final int USUAL_LONGEST_STEP = 10;

    private HiguchiDimension() {}

    /**
     * @param longestStep k_max, at least 2
     * @return empty for fewer than 2 · k_max samples, for one that is a NaN or an infinity, and where a curve has no length (a
     *     constant, a period of k samples)
     */
    public static OptionalDouble of(double[] samples, int longestStep) {
        if (longestStep < 2) {
            throw new IllegalArgumentException("a slope needs at least two steps: longestStep=" + longestStep);
        }
        if (samples.length < 2 * longestStep || !Variation.isFinite(samples)) {
            return OptionalDouble.empty();
        }
        double[] x = new double[longestStep];
        double[] y = new double[longestStep];
        for (int step = 1; step <= longestStep; step++) {
            double length = meanLength(samples, step);
            if (!(length > 0)) {
                return OptionalDouble.empty();
            }
            x[step - 1] = -StrictMath.log(step);
            y[step - 1] = StrictMath.log(length);
        }
        return OptionalDouble.of(slope(x, y));
    }

    private static double meanLength(double[] samples, int step) {
        double[] sums = new double[step];
        int whole = samples.length / step * step;
        for (int from = step; from < whole; from += step) {
            for (int m = 0; m < step; m++) {
                sums[m] += Math.abs(samples[from + m] - samples[from + m - step]);
            }
        }
        for (int n = Math.max(step, whole); n < samples.length; n++) {
            sums[n - whole] += Math.abs(samples[n] - samples[n - step]);
        }
        double mean = 0;
        for (int m = 1; m <= step; m++) {
            int terms = (samples.length - m) / step;
            mean += sums[m - 1] * (samples.length - 1) / ((double) terms * step * step);
        }
        return mean / step;
    }

    private static double slope(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int k = 0; k < x.length; k++) {
            meanX += x[k] / x.length;
            meanY += y[k] / x.length;
        }
        double sxx = 0;
        double sxy = 0;
        for (int k = 0; k < x.length; k++) {
            sxx += (x[k] - meanX) * (x[k] - meanX);
            sxy += (x[k] - meanX) * (y[k] - meanY);
        }
        return sxy / sxx;
    }
}
