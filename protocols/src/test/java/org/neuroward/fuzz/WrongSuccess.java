package org.neuroward.fuzz;

/** A reader gave something that its input does not say. */
public final class WrongSuccess extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private WrongSuccess(String message) {
        super(message);
    }

    public static void require(boolean holds, String rule, Object... facts) {
        if (!holds) {
            throw new WrongSuccess(rule + " " + java.util.Arrays.deepToString(facts));
        }
    }
}
