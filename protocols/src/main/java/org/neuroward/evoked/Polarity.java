package org.neuroward.evoked;

/** Which way a component points. */
public enum Polarity {
    POSITIVE,
    NEGATIVE;

    double sign() {
        return switch (this) {
            case POSITIVE -> 1;
            case NEGATIVE -> -1;
        };
    }
}
