package org.neuroward.scalp;

/**
 * The free numbers of a spherical spline.
 *
 * @param stiffness exponent m of Perrin's function g; 2 to 6
 * @param legendreTerms where the series is cut off, 1 to 100
 * @param regularisation λ, added to the diagonal; 0 passes through every electrode exactly
 */
public record SplineSettings(int stiffness, int legendreTerms, double regularisation) {

    /** Interpolation of bad channels: seven terms suffice for stiffness 4 (Perrin 1989), and the PREP pipeline takes them. */
    public static final SplineSettings INTERPOLATION = new SplineSettings(4, 7, 1e-5);

    /** Current density, whose series converges two orders later; also what MNE takes for interpolation. */
    public static final SplineSettings CURRENT_DENSITY = new SplineSettings(4, 50, 1e-5);

    private static final int LARGEST_STIFFNESS = 6;
    private static final int MOST_TERMS = 100;

    public SplineSettings {
        if (stiffness < 2 || stiffness > LARGEST_STIFFNESS || legendreTerms < 1 || legendreTerms > MOST_TERMS) {
            throw new IllegalArgumentException("stiffness must be 2 to 6 and the series have 1 to 100 terms: stiffness="
                    + stiffness + ", legendreTerms=" + legendreTerms);
        }
        if (!(regularisation >= 0 && regularisation < 1)) {
            throw new IllegalArgumentException("regularisation must lie in [0, 1): " + regularisation);
        }
    }
}
