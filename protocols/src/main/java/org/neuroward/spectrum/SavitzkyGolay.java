package org.neuroward.spectrum;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Least-squares polynomial through a frame of equally spaced values, and its derivatives at the centre (1964). */
final class SavitzkyGolay {

    private final int half;
    private final double[][] weights;

    /** @param frame odd number of values, more than {@code order} */
    SavitzkyGolay(int frame, int order) {
        this.half = frame / 2;
        double[][] powers = new double[frame][order + 1];
        for (int i = 0; i < frame; i++) {
            double power = 1;
            for (int j = 0; j <= order; j++) {
                powers[i][j] = power;
                power *= i - half;
            }
        }
        RealMatrix a = new Array2DRowRealMatrix(powers, false);
        RealMatrix normal = a.transpose().multiply(a);
        this.weights =
                new LUDecomposition(normal).getSolver().solve(a.transpose()).getData();
    }

    /** Number of values at either end for which there is no whole frame. */
    int margin() {
        return half;
    }

    /** Derivative of order 0, 1 or 2 for each value; NaN within the margins. */
    double[] derivative(double[] values, int order, double step) {
        double factor =
                switch (order) {
                    case 0 -> 1;
                    case 1 -> 1 / step;
                    case 2 -> 2 / (step * step);
                    default -> throw new IllegalArgumentException("derivative must be of order 0, 1 or 2: " + order);
                };
        double[] derivative = new double[values.length];
        java.util.Arrays.fill(derivative, Double.NaN);
        for (int k = half; k < values.length - half; k++) {
            double sum = 0;
            for (int i = 0; i < weights[order].length; i++) {
                sum += weights[order][i] * values[k - half + i];
            }
            derivative[k] = sum * factor;
        }
        return derivative;
    }
}
