package org.neuroward.clinic.filing;

import java.time.Instant;
import java.util.UUID;

/**
 * A recording that a person has filed.
 *
 * @param by the person's name
 */
public record FiledRecording(
        UUID id,
        UUID sessionId,
        Instant startedAt,
        String bed,
        String orderNumber,
        String patientNumber,
        Instant filedAt,
        String by) {}
