package org.neuroward.spectrum;

/**
 * Least squares for {@link GaussianPeaks} within bounds: Levenberg (1944) and Marquardt (1963) on the parameters that are free.
 * A parameter on its bound whose gradient points outwards is held there for the step, and set free as soon as its gradient
 * turns; steps are cut at the bounds. So the result is a minimum among all allowed parameters, not one clipped afterwards.
 * (Commons Math's optimiser of that name knows no bounds.)
 */
final class BoundedPeakFit {

    private static final int MOST_STEPS = 1000;
    private static final double LEAST_GAIN = 1e-15;
    private static final double MOST_DAMPING = 1e16;

    private final double[] hertz;
    private final double[] values;
    private final double[] low;
    private final double[] high;

    /** @param low of each parameter, as {@code high} */
    BoundedPeakFit(double[] hertz, double[] values, double[] low, double[] high) {
        this.hertz = hertz;
        this.values = values;
        this.low = low;
        this.high = high;
    }

    double[] from(double[] start) {
        int n = start.length;
        double[] at = cut(start);
        double cost = cost(at);
        double damping = 1e-3;
        double[][] curvature = new double[n][n];
        double[] slope = new double[n];
        for (int step = 0; step < MOST_STEPS && damping < MOST_DAMPING; step++) {
            linearise(at, curvature, slope);
            double gain = -1;
            while (gain < 0 && damping < MOST_DAMPING) {
                double[] next = cut(moved(at, curvature, slope, damping));
                double nextCost = cost(next);
                if (nextCost <= cost) {
                    gain = cost - nextCost;
                    at = next;
                    cost = nextCost;
                    damping = Math.max(damping / 10, 1e-12);
                } else {
                    damping *= 10;
                }
            }
            if (gain <= LEAST_GAIN * cost) {
                break;
            }
        }
        return at;
    }

    private double cost(double[] peaks) {
        double sum = 0;
        for (int i = 0; i < hertz.length; i++) {
            double residual = GaussianPeaks.valueAt(hertz[i], peaks) - values[i];
            sum += residual * residual;
        }
        return sum;
    }

    /** Gauss–Newton: {@code Jᵀ J} and {@code Jᵀ r}. */
    private void linearise(double[] peaks, double[][] curvature, double[] slope) {
        int n = peaks.length;
        double[] gradient = new double[n];
        java.util.Arrays.fill(slope, 0);
        for (double[] row : curvature) {
            java.util.Arrays.fill(row, 0);
        }
        for (int i = 0; i < hertz.length; i++) {
            GaussianPeaks.gradientAt(hertz[i], peaks, gradient);
            double residual = GaussianPeaks.valueAt(hertz[i], peaks) - values[i];
            for (int a = 0; a < n; a++) {
                slope[a] += gradient[a] * residual;
                for (int b = 0; b <= a; b++) {
                    curvature[a][b] += gradient[a] * gradient[b];
                }
            }
        }
    }

    private double[] moved(double[] at, double[][] curvature, double[] slope, double damping) {
        int n = at.length;
        double[][] factor = new double[n][n];
        double[] right = new double[n];
        for (int a = 0; a < n; a++) {
            boolean held = isHeld(a, at[a], slope[a]);
            right[a] = held ? 0 : -slope[a];
            for (int b = 0; b < a; b++) {
                factor[a][b] = held || isHeld(b, at[b], slope[b]) ? 0 : curvature[a][b];
            }
            factor[a][a] = held ? 1 : curvature[a][a] * (1 + damping) + Double.MIN_NORMAL;
        }
        solve(factor, right);
        for (int a = 0; a < n; a++) {
            right[a] += at[a];
        }
        return right;
    }

    private boolean isHeld(int parameter, double value, double slope) {
        return value <= low[parameter] && slope > 0 || value >= high[parameter] && slope < 0;
    }

    /** Cholesky, in place; {@code matrix} holds its lower half and becomes the factor, {@code right} the solution. */
    private static void solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = matrix[a][b];
                for (int k = 0; k < b; k++) {
                    sum -= matrix[a][k] * matrix[b][k];
                }
                matrix[a][b] = a == b ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / matrix[b][b];
            }
        }
        for (int a = 0; a < n; a++) {
            for (int k = 0; k < a; k++) {
                right[a] -= matrix[a][k] * right[k];
            }
            right[a] /= matrix[a][a];
        }
        for (int a = n - 1; a >= 0; a--) {
            for (int k = a + 1; k < n; k++) {
                right[a] -= matrix[k][a] * right[k];
            }
            right[a] /= matrix[a][a];
        }
    }

    /** Also turns a step that is no number into one that is refused for its cost. */
    private double[] cut(double[] peaks) {
        double[] cut = new double[peaks.length];
        for (int a = 0; a < peaks.length; a++) {
            cut[a] = Math.max(low[a], Math.min(high[a], peaks[a]));
        }
        return cut;
    }
}
