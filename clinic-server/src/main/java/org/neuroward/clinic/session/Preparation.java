package org.neuroward.clinic.session;

import java.util.Objects;
import java.util.UUID;
import org.neuroward.protocol.Procedure;

/** A wish to take a bed for an order. */
record Preparation(UUID orderId, UUID bedId, Procedure procedure, UUID by) {

    Preparation {
        Objects.requireNonNull(orderId);
        Objects.requireNonNull(bedId);
        Objects.requireNonNull(procedure);
        Objects.requireNonNull(by);
    }
}
