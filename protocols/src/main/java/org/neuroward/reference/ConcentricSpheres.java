package org.neuroward.reference;

/**
 * Potential on the surface of a head of three concentric spheres (brain, skull, scalp; outer radius 1) with a dipole inside, as
 * a series of Legendre polynomials.
 *
 * <p>The factor K of each degree n follows from the boundary conditions: within a layer V = A rⁿ + B r⁻⁽ⁿ⁺¹⁾; no current leaves
 * the scalp, and across a boundary V and σ dV/dr are continuous. From the outside inwards that is a two-by-two system at each
 * boundary. For a dipole at distance b from the centre, γ between it and the electrode,
 *
 * <pre>
 * radial unit moment      V = 1/4π Σ n K b^(n-1) P(cos γ)
 * tangential unit moment  V = 1/4π Σ   K b^(n-1) P'(cos γ) (electrode · moment)
 * </pre>
 *
 * <p>Conductivity of the scalp is 1. Immutable.
 */
final class ConcentricSpheres {

    /** Degrees of the series, as in Yao 2001. */
    private static final int TERMS = 60;

    private static final double[] RADII = {0.87, 0.92, 1};

    private final double[] factors = new double[TERMS + 1];

    /** @param conductivities of brain, skull and scalp, relative to the last */
    private ConcentricSpheres(double... conductivities) {
        for (int n = 1; n <= TERMS; n++) {
            factors[n] = factor(n, conductivities);
        }
    }

    /** Skull 80 times less conductive than brain and scalp (Rush and Driscoll 1969). */
    static ConcentricSpheres head() {
        return new ConcentricSpheres(1, 0.0125, 1);
    }

    /** One conductivity all over; there closed forms exist. */
    static ConcentricSpheres homogeneous() {
        return new ConcentricSpheres(1, 1, 1);
    }

    /** K of degree {@code n}, from 1 on. */
    double factor(int n) {
        return factors[n];
    }

    private static double factor(int n, double[] conductivities) {
        double rising = (n + 1.0) / n;
        double falling = 1;
        double surface = rising + falling;
        for (int layer = RADII.length - 1; layer > 0; layer--) {
            double radius = RADII[layer - 1];
            double up = StrictMath.pow(radius, n);
            double down = StrictMath.pow(radius, -n - 1);
            double potential = rising * up + falling * down;
            // r dV/dr of the layer inside, from the current through the boundary
            double gradient =
                    conductivities[layer] / conductivities[layer - 1] * (n * rising * up - (n + 1) * falling * down);
            falling = (n * potential - gradient) / ((2 * n + 1) * down);
            rising = (potential - falling * down) / up;
        }
        return surface / falling * conductivities[conductivities.length - 1] / conductivities[0];
    }

    /**
     * @param place of the dipole, less than 0.87 from the centre
     * @param moment any length
     * @param electrode on the unit sphere
     */
    double potential(double[] place, double[] moment, double[] electrode) {
        double distance = Math.sqrt(dot(place, place));
        if (distance == 0) {
            return factors[1] * dot(electrode, moment) / (4 * Math.PI);
        }
        double cosine = dot(place, electrode) / distance;
        double radialMoment = dot(place, moment) / distance;
        double tangentialMoment = dot(electrode, moment) - radialMoment * cosine;
        double radial = 0;
        double tangential = 0;
        double power = 1;
        double before = 1;
        double legendre = cosine;
        double slopeBefore = 0;
        double slope = 1;
        for (int n = 1; n <= TERMS; n++) {
            radial += n * factors[n] * power * legendre;
            tangential += factors[n] * power * slope;
            double next = ((2 * n + 1) * cosine * legendre - n * before) / (n + 1);
            double nextSlope = slopeBefore + (2 * n + 1) * legendre;
            before = legendre;
            legendre = next;
            slopeBefore = slope;
            slope = nextSlope;
            power *= distance;
        }
        return (radial * radialMoment + tangential * tangentialMoment) / (4 * Math.PI);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
