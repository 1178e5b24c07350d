package org.neuroward.clinic.session;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One visit of a patient to a bed.
 *
 * @param variant of the protocol, for example {@code resting-eeg/short}
 * @param preparedBy the person who took the bed for the patient
 * @param startedAt when the recording's first frame arrived
 * @param endedAt when its last frame was on the server's disk, or when the session was cancelled
 * @param endNote why a person ended it by hand, because its agent did not come back; else empty
 * @param held a person must first confirm whose its recording is
 */
public record BedSession(
        UUID id,
        UUID orderId,
        UUID patientId,
        UUID bedId,
        String bedName,
        String agentId,
        String protocolId,
        String protocolVersion,
        String variant,
        SessionState state,
        UUID preparedBy,
        Instant preparedAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<String> endNote,
        boolean held) {

    public BedSession {
        Objects.requireNonNull(id);
        Objects.requireNonNull(orderId);
        Objects.requireNonNull(patientId);
        Objects.requireNonNull(bedId);
        Objects.requireNonNull(bedName);
        Objects.requireNonNull(agentId);
        Objects.requireNonNull(protocolId);
        Objects.requireNonNull(protocolVersion);
        Objects.requireNonNull(variant);
        Objects.requireNonNull(state);
        Objects.requireNonNull(preparedBy);
        Objects.requireNonNull(preparedAt);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(endedAt);
        Objects.requireNonNull(endNote);
    }

    /** Whether the session holds its bed. */
    public boolean active() {
        return state == SessionState.PREPARED || state == SessionState.RECORDING;
    }
}
