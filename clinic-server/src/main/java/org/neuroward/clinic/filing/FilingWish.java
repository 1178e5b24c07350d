package org.neuroward.clinic.filing;

import java.util.Objects;
import java.util.UUID;

/**
 * That a person wants a recording filed to an order.
 *
 * @param scanned the patient's record number as entered now, or empty
 * @param reason why it is this patient's although something differs, or empty
 * @param by who answers for it
 */
public record FilingWish(UUID recordingId, UUID orderId, String scanned, String reason, UUID by) {

    private static final int LONGEST_REASON = 1000;

    public FilingWish {
        Objects.requireNonNull(recordingId);
        Objects.requireNonNull(orderId);
        Objects.requireNonNull(by);
        scanned = scanned.strip();
        reason = reason.strip();
        reason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }
}
