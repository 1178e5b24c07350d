package org.neuroward.clinic.record;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An examination asked for.
 *
 * @param orderNumber the number under which the ward asked
 * @param protocolId the procedure, as {@code resting-eeg}
 * @param reason why, in the words of who ordered
 * @param orderedBy who ordered
 * @param scheduledAt when it is due
 */
public record Order(
        UUID id,
        String orderNumber,
        UUID patientId,
        String protocolId,
        String reason,
        String orderedBy,
        Instant scheduledAt,
        boolean urgent,
        State state) {

    /** How far an order has come. */
    public enum State {
        OPEN,
        DONE,
        CANCELLED
    }

    public Order {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(protocolId, "protocolId");
        Objects.requireNonNull(scheduledAt, "scheduledAt");
        Objects.requireNonNull(state, "state");
    }
}
