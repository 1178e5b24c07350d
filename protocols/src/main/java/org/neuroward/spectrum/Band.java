package org.neuroward.spectrum;

import java.util.List;
import java.util.Objects;

/**
 * A stretch of frequencies, {@code lowHertz} included, {@code highHertz} not.
 *
 * @param name as in the code of a result, for example {@code alpha}
 */
public record Band(String name, double lowHertz, double highHertz) {

    /** The classical bands of a resting recording and their halves, in the order in which results are given. */
    public static final List<Band> RESTING = List.of(
            new Band("delta", 1, 4),
            new Band("theta", 4, 8),
            new Band("alpha", 8, 13),
            new Band("alpha1", 8, 10),
            new Band("alpha2", 10, 13),
            new Band("beta", 13, 30),
            new Band("beta1", 13, 20),
            new Band("beta2", 20, 30),
            new Band("gamma", 30, 45));

    /** What relative powers are relative to. */
    public static final Band TOTAL = new Band("total", 1, 45);

    /** Bands of sleep (Vallat and Walker 2021), slow oscillations first. */
    public static final List<Band> SLEEP = List.of(
            new Band("slow", 0.4, 1),
            new Band("delta", 1, 4),
            new Band("theta", 4, 8),
            new Band("alpha", 8, 12),
            new Band("sigma", 12, 16),
            new Band("beta", 16, 30));

    /** Bands of infants and toddlers, from six months to four years. */
    public static final List<Band> INFANT = List.of(new Band("theta", 3, 6), new Band("alpha", 6, 9));

    private static final double INDIVIDUAL_BELOW_HERTZ = 6;

    public Band {
        Objects.requireNonNull(name);
        if (!(lowHertz >= 0 && lowHertz < highHertz)) {
            throw new IllegalArgumentException("a band must have its low edge below its high edge: name=" + name
                    + ", lowHertz=" + lowHertz + ", highHertz=" + highHertz);
        }
    }

    /**
     * Bands that follow a person's own alpha frequency (Klimesch 1999, Brain Research Reviews 29:169): theta and three alphas of
     * 2 Hz each, from 6 Hz below to 2 Hz above it.
     *
     * @param alphaHertz the individual alpha frequency, above 6 Hz
     */
    public static List<Band> individual(double alphaHertz) {
        requireAlpha(alphaHertz);
        return List.of(
                new Band("individual-theta", alphaHertz - 6, alphaHertz - 4),
                new Band("individual-alpha1", alphaHertz - 4, alphaHertz - 2),
                new Band("individual-alpha2", alphaHertz - 2, alphaHertz),
                new Band("individual-alpha3", alphaHertz, alphaHertz + 2));
    }

    /** The three individual alphas as one band, from 4 Hz below to 2 Hz above the individual alpha frequency. */
    public static Band individualAlpha(double alphaHertz) {
        requireAlpha(alphaHertz);
        return new Band("individual-alpha", alphaHertz - 4, alphaHertz + 2);
    }

    private static void requireAlpha(double alphaHertz) {
        if (!(alphaHertz >= INDIVIDUAL_BELOW_HERTZ) || Double.isInfinite(alphaHertz)) {
            throw new IllegalArgumentException(
                    "individual bands need an alpha frequency of at least 6 Hz: alphaHertz=" + alphaHertz);
        }
    }

    boolean contains(double hertz) {
        return hertz >= lowHertz && hertz < highHertz;
    }
}
