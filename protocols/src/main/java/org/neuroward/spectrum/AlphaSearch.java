package org.neuroward.spectrum;

/**
 * Where the alpha peak of a person is searched: children's alpha is slower.
 *
 * @param lowHertz included, as {@code highHertz}
 */
public record AlphaSearch(double lowHertz, double highHertz) {

    /** From ten years on. */
    public static final AlphaSearch ADULT =
            new AlphaSearch(AlphaFrequency.SEARCH_LOW_HERTZ, AlphaFrequency.SEARCH_HIGH_HERTZ);

    /** From six years to below ten. */
    public static final AlphaSearch SCHOOL_CHILD = new AlphaSearch(6, 12);

    /** Below six years. */
    public static final AlphaSearch YOUNG_CHILD = new AlphaSearch(5, 11);

    private static final double YOUNG_BELOW_YEARS = 6;
    private static final double CHILD_BELOW_YEARS = 10;

    public AlphaSearch {
        if (!(lowHertz > 0 && lowHertz < highHertz)) {
            throw new IllegalArgumentException("an alpha peak is searched from a low to a high frequency: lowHertz="
                    + lowHertz + ", highHertz=" + highHertz);
        }
    }

    /** @param years completed and broken, 0 or more */
    public static AlphaSearch forAge(double years) {
        requireAge(years);
        if (years < YOUNG_BELOW_YEARS) {
            return YOUNG_CHILD;
        }
        return years < CHILD_BELOW_YEARS ? SCHOOL_CHILD : ADULT;
    }

    /**
     * About where the peak of that age lies: a smooth curve through what Freschl et al. (2022) found over many
     * studies, 6.1 Hz at half a year to 9.7 Hz at 13 years. To see what is plausible; no norm.
     */
    public static double plausibleHertz(double years) {
        requireAge(years);
        return 10.1 - 4.391 * StrictMath.exp(-0.1883 * years);
    }

    private static void requireAge(double years) {
        if (!(years >= 0) || years == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("an age must be a number of years, 0 or more: years=" + years);
        }
    }
}
