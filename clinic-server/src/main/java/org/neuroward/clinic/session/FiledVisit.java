package org.neuroward.clinic.session;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.neuroward.protocol.Procedure;

/**
 * A visit whose recording a person has filed to an order after it was made.
 *
 * @param sessionId as the recording bears it
 * @param filedBy who confirmed whose it is, and answers for it
 * @param startedAt the bed's wall clock at the first sample
 * @param endedAt the same at the last one
 */
public record FiledVisit(
        UUID sessionId,
        UUID orderId,
        UUID patientId,
        UUID bedId,
        String agentId,
        Procedure procedure,
        UUID filedBy,
        Instant startedAt,
        Instant endedAt) {

    public FiledVisit {
        Objects.requireNonNull(sessionId);
        Objects.requireNonNull(orderId);
        Objects.requireNonNull(patientId);
        Objects.requireNonNull(bedId);
        Objects.requireNonNull(agentId);
        Objects.requireNonNull(procedure);
        Objects.requireNonNull(filedBy);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(endedAt);
    }
}
