package org.neuroward.report.figure;

import java.util.List;
import org.neuroward.signal.Electrode;

/**
 * Interpolation on the sphere between electrodes (F. Perrin et al. 1989; m = 4, 7 Legendre terms, λ = 1e-5; clinical
 * specification I1). For drawing only: no score is ever made from an interpolated value.
 */
final class SphericalSpline {

    private static final int TERMS = 7;
    private static final double SMOOTHING = 1e-5;

    private final double[][] directions;
    private final double[] weights;
    private final double constant;

    /** @param values one for each electrode, in any unit; the interpolated values have the same */
    SphericalSpline(List<Electrode> electrodes, double[] values) {
        int n = electrodes.size();
        directions = new double[n][];
        for (int i = 0; i < n; i++) {
            Electrode at = electrodes.get(i);
            directions[i] = new double[] {at.x(), at.y(), at.z()};
        }
        double[][] system = new double[n + 1][n + 2];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system[i][j] = g(dot(directions[i], directions[j])) + (i == j ? SMOOTHING : 0);
            }
            system[i][n] = 1;
            system[n][i] = 1;
            system[i][n + 1] = values[i];
        }
        double[] solution = solve(system);
        weights = java.util.Arrays.copyOf(solution, n);
        constant = solution[n];
    }

    /** @param direction unit vector: right ear, nose, vertex */
    double at(double[] direction) {
        double sum = constant;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * g(dot(direction, directions[i]));
        }
        return sum;
    }

    /** Perrin's g of the cosine of an angle. */
    static double g(double cosine) {
        double sum = 0;
        double before = 1;
        double legendre = cosine;
        for (int n = 1; n <= TERMS; n++) {
            sum += (2 * n + 1) / StrictMath.pow(n * (n + 1.0), 4) * legendre;
            double next = ((2 * n + 1) * cosine * legendre - n * before) / (n + 1);
            before = legendre;
            legendre = next;
        }
        return sum / (4 * Math.PI);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** Gauss elimination with row pivots; the last column is the right side. */
    private static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int column = 0; column < n; column++) {
            swapPivotUp(rows, column);
            for (int row = column + 1; row < n; row++) {
                double factor = rows[row][column] / rows[column][column];
                for (int k = column; k <= n; k++) {
                    rows[row][k] -= factor * rows[column][k];
                }
            }
        }
        double[] solution = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double sum = rows[row][n];
            for (int k = row + 1; k < n; k++) {
                sum -= rows[row][k] * solution[k];
            }
            solution[row] = sum / rows[row][row];
        }
        return solution;
    }

    private static void swapPivotUp(double[][] rows, int column) {
        int best = column;
        for (int row = column + 1; row < rows.length; row++) {
            if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) {
                best = row;
            }
        }
        double[] held = rows[column];
        rows[column] = rows[best];
        rows[best] = held;
    }
}
