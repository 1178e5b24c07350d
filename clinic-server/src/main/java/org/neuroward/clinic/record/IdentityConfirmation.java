package org.neuroward.clinic.record;

import java.time.Instant;
import java.util.UUID;

/** That someone has held two identifiers of the person before them against an order. */
public record IdentityConfirmation(UUID orderId, UUID confirmedBy, Instant confirmedAt, Method method) {
    /** How the identifiers were learnt. */
    public enum Method {
        /** The person, or who came with them, said name and date of birth. */
        ASKED,
        /** The record number was read from the wristband and is the order's. */
        SCANNED
    }
}
