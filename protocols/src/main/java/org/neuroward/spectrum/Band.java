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

    public Band {
        Objects.requireNonNull(name);
        if (!(lowHertz >= 0 && lowHertz < highHertz)) {
            throw new IllegalArgumentException("a band must have its low edge below its high edge: name=" + name
                    + ", lowHertz=" + lowHertz + ", highHertz=" + highHertz);
        }
    }

    boolean contains(double hertz) {
        return hertz >= lowHertz && hertz < highHertz;
    }
}
