package org.neuroward.wire;

import java.util.Objects;

/**
 * Whose recording it is, as it was known at the bed when it began. Numbers only: no name, no birth date.
 *
 * @param orderNumber of the order, or empty
 * @param patientNumber the patient's record number, or empty
 * @param confirmedBy who confirmed the patient's identity, as the person calls himself to the clinic, or empty
 */
public record PatientClaim(String orderNumber, String patientNumber, String confirmedBy) {

    private static final int LONGEST = 200;

    public PatientClaim {
        require(orderNumber);
        require(patientNumber);
        require(confirmedBy);
    }

    private static void require(String part) {
        Objects.requireNonNull(part);
        if (part.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a part of a claim has at most " + LONGEST + " characters: " + part.length());
        }
    }
}
