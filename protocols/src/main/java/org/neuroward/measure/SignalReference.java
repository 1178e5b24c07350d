package org.neuroward.measure;

import java.util.Arrays;
import java.util.Optional;

/** What the potentials of features are measured against. */
public enum SignalReference {
    /** The mean of the good scalp electrodes. */
    AVERAGE("average"),
    /** (M1 + M2) / 2. */
    LINKED_MASTOIDS("linked-mastoids"),
    /** A point at infinity, estimated (Yao 2001). */
    REST("rest"),
    /** None: the current density under each electrode; only asymmetries are given in it. */
    CURRENT_DENSITY("csd");

    private final String code;

    SignalReference(String code) {
        this.code = code;
    }

    /** As in results. */
    public String code() {
        return code;
    }

    /** One that all features can be asked for in. */
    public static Optional<SignalReference> find(String code) {
        return Arrays.stream(values())
                .filter(reference -> reference.code.equals(code) && reference != CURRENT_DENSITY)
                .findFirst();
    }
}
