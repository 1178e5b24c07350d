package org.neuroward.scalp;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.neuroward.signal.Electrode;

/**
 * Spherical spline through the potentials of some electrodes (Perrin, Pernier, Bertrand and Echallier 1989, with the
 * corrigendum of 1990):
 *
 * <pre>
 * V(e) = c₀ + Σ cᵢ g(cos(e, eᵢ)),   Σ cᵢ = 0,   (G + λI) c + c₀ 1 = v
 * g(x) = 1/4π Σₙ (2n+1) / (n(n+1))^m     Pₙ(x)
 * h(x) = 1/4π Σₙ (2n+1) / (n(n+1))^(m-1) Pₙ(x)
 * </pre>
 *
 * The spline is linear in the potentials, so everything that is asked of it is a row of weights, one for each electrode, in
 * their order. The constraint makes the weights of a potential sum to 1 and those of a current density to 0: the first follows
 * the reference of the recording, the second does not depend on it. Immutable.
 */
public final class SphericalSpline {

    private static final int FEWEST_ELECTRODES = 3;

    private final List<Electrode> electrodes;
    private final SplineSettings settings;
    private final double[][] inverse;

    private SphericalSpline(List<Electrode> electrodes, SplineSettings settings, double[][] inverse) {
        this.electrodes = electrodes;
        this.settings = settings;
        this.inverse = inverse;
    }

    /**
     * @param electrodes at least three, each at a place of its own
     * @throws IllegalArgumentException when there are fewer, or two share a place and no regularisation parts them
     */
    public static SphericalSpline through(List<Electrode> electrodes, SplineSettings settings) {
        if (electrodes.size() < FEWEST_ELECTRODES) {
            throw new IllegalArgumentException(
                    "a spherical spline needs at least three electrodes: electrodes=" + electrodes.size());
        }
        int count = electrodes.size();
        double[][] system = new double[count + 1][count + 1];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                system[i][j] = g(electrodes.get(i), electrodes.get(j), settings.stiffness(), settings);
            }
            system[i][i] += settings.regularisation();
            system[i][count] = 1;
            system[count][i] = 1;
        }
        return new SphericalSpline(List.copyOf(electrodes), settings, inverse(system, electrodes));
    }

    public List<Electrode> electrodes() {
        return electrodes;
    }

    /** Weights of the potential at {@code place}; they sum to 1. */
    public double[] potentialWeights(Electrode place) {
        int count = electrodes.size();
        double[] terms = new double[count + 1];
        for (int i = 0; i < count; i++) {
            terms[i] = g(place, electrodes.get(i), settings.stiffness(), settings);
        }
        terms[count] = 1;
        return throughInverse(terms);
    }

    /**
     * Weights of the current source density at {@code place}: the negative surface Laplacian. They sum to 0, and turn µV into
     * µV/m². Sources are positive.
     *
     * @param headRadiusMetres of the sphere; 0.085 to 0.1 for adults
     */
    public double[] currentDensityWeights(Electrode place, double headRadiusMetres) {
        if (!(headRadiusMetres > 0)) {
            throw new IllegalArgumentException("head radius must be positive: headRadiusMetres=" + headRadiusMetres);
        }
        int count = electrodes.size();
        double[] terms = new double[count + 1];
        for (int i = 0; i < count; i++) {
            terms[i] = g(place, electrodes.get(i), settings.stiffness() - 1, settings)
                    / (headRadiusMetres * headRadiusMetres);
        }
        return throughInverse(terms);
    }

    /**
     * The surface through the potentials of one instant, or through any other values: to draw a map, where every place is asked
     * for once.
     *
     * @param values one for each electrode; the surface has their unit, and is NaN where one of them is no number
     */
    public SplineSurface surface(double[] values) {
        int count = electrodes.size();
        if (values.length != count) {
            throw new IllegalArgumentException(
                    "a surface needs one value for each electrode: values=" + values.length + ", electrodes=" + count);
        }
        double[] coefficients = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            for (int j = 0; j < count; j++) {
                coefficients[i] += inverse[i][j] * values[j];
            }
        }
        return new SplineSurface(electrodes, settings, coefficients);
    }

    private double[] throughInverse(double[] terms) {
        double[] weights = new double[electrodes.size()];
        for (int j = 0; j < weights.length; j++) {
            double sum = 0;
            for (int i = 0; i < terms.length; i++) {
                sum += terms[i] * inverse[i][j];
            }
            weights[j] = sum;
        }
        return weights;
    }

    private static double g(Electrode a, Electrode b, int exponent, SplineSettings settings) {
        return g(a.x() * b.x() + a.y() * b.y() + a.z() * b.z(), exponent, settings.legendreTerms());
    }

    /** Perrin's g for {@code exponent} m, and his h for m - 1; Legendre polynomials by their recurrence. */
    static double g(double cosine, int exponent, int terms) {
        double x = Math.max(-1, Math.min(1, cosine));
        double before = 1;
        double legendre = x;
        double sum = 0;
        for (int n = 1; n <= terms; n++) {
            double divisor = (double) n * (n + 1);
            double power = divisor;
            for (int k = 1; k < exponent; k++) {
                power *= divisor;
            }
            sum += (2 * n + 1) / power * legendre;
            double next = ((2 * n + 1) * x * legendre - n * before) / (n + 1);
            before = legendre;
            legendre = next;
        }
        return sum / (4 * Math.PI);
    }

    private static double[][] inverse(double[][] system, List<Electrode> electrodes) {
        DecompositionSolver solver = new LUDecomposition(new Array2DRowRealMatrix(system, false)).getSolver();
        try {
            return solver.getInverse().getData();
        } catch (SingularMatrixException e) {
            throw new IllegalArgumentException(
                    "electrodes of a spline must lie at places of their own: electrodes="
                            + electrodes.stream().map(Electrode::name).toList(),
                    e);
        }
    }
}
