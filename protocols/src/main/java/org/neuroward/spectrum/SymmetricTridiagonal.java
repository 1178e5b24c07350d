package org.neuroward.spectrum;

/**
 * Largest eigenvalues and their eigenvectors of a symmetric tridiagonal matrix: bisection on the number of negative pivots
 * (Givens), then inverse iteration. Meant for matrices whose eigenvalues lie well apart.
 */
final class SymmetricTridiagonal {

    private static final int INVERSE_ITERATIONS = 4;

    /** Relative; each iteration shrinks the share of other eigenvectors by this over the distance of eigenvalues. */
    private static final double CLOSENESS = 1e-10;

    private final double[] diagonal;
    private final double[] beside;
    private final double bound;

    /** @param beside element i couples rows i and i + 1 */
    SymmetricTridiagonal(double[] diagonal, double[] beside) {
        this.diagonal = diagonal.clone();
        this.beside = beside.clone();
        double widest = 0;
        for (int i = 0; i < diagonal.length; i++) {
            double radius = (i > 0 ? Math.abs(beside[i - 1]) : 0) + (i < beside.length ? Math.abs(beside[i]) : 0);
            widest = Math.max(widest, Math.abs(diagonal[i]) + radius);
        }
        this.bound = widest;
    }

    /** The eigenvalue that {@code rank} others exceed, as closely as inverse iteration needs it. */
    double eigenvalue(int rank) {
        double low = -bound;
        double high = bound;
        while (high - low > CLOSENESS * bound) {
            double middle = low + (high - low) / 2;
            if (diagonal.length - eigenvaluesBelow(middle) > rank) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (high - low) / 2;
    }

    /** Of unit length; its sign means nothing. */
    double[] eigenvector(double eigenvalue) {
        int n = diagonal.length;
        double[] vector = new double[n];
        for (int i = 0; i < n; i++) {
            // Neither symmetric nor antisymmetric, so that no eigenvector is orthogonal to it.
            vector[i] = 1 + (double) i / n;
        }
        for (int k = 0; k < INVERSE_ITERATIONS; k++) {
            solve(eigenvalue, vector);
            normalise(vector);
        }
        return vector;
    }

    private int eigenvaluesBelow(double shift) {
        int count = 0;
        double pivot = 1;
        for (int i = 0; i < diagonal.length; i++) {
            double square = i > 0 ? beside[i - 1] * beside[i - 1] : 0;
            pivot = diagonal[i] - shift - square / pivot;
            if (pivot == 0) {
                pivot = bound * Double.MIN_NORMAL / Math.ulp(1.0);
            }
            count += pivot < 0 ? 1 : 0;
        }
        return count;
    }

    /** Gaussian elimination of {@code (matrix - shift) x = right} with row exchanges; {@code right} becomes x. */
    private void solve(double shift, double[] right) {
        int n = diagonal.length;
        double[] pivots = new double[n];
        double[] next = new double[n];
        double[] afterNext = new double[n];
        double here = diagonal[0] - shift;
        double after = n > 1 ? beside[0] : 0;
        for (int i = 0; i < n - 1; i++) {
            double below = beside[i];
            double belowHere = diagonal[i + 1] - shift;
            double belowAfter = i + 2 < n ? beside[i + 1] : 0;
            if (Math.abs(here) >= Math.abs(below)) {
                double factor = below / nonZero(here);
                pivots[i] = nonZero(here);
                next[i] = after;
                here = belowHere - factor * after;
                after = belowAfter;
                right[i + 1] -= factor * right[i];
            } else {
                double factor = here / below;
                pivots[i] = below;
                next[i] = belowHere;
                afterNext[i] = belowAfter;
                here = after - factor * belowHere;
                after = -factor * belowAfter;
                double exchanged = right[i];
                right[i] = right[i + 1];
                right[i + 1] = exchanged - factor * right[i];
            }
        }
        pivots[n - 1] = nonZero(here);
        for (int i = n - 1; i >= 0; i--) {
            double rest = right[i] - (i + 1 < n ? next[i] * right[i + 1] : 0);
            rest -= i + 2 < n ? afterNext[i] * right[i + 2] : 0;
            right[i] = rest / pivots[i];
        }
    }

    private double nonZero(double pivot) {
        return pivot == 0 ? bound * Math.ulp(1.0) : pivot;
    }

    private static void normalise(double[] vector) {
        double largest = 0;
        for (double v : vector) {
            largest = Math.max(largest, Math.abs(v));
        }
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= largest;
            squares += vector[i] * vector[i];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
    }
}
