package org.neuroward.clinic.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "session")
class SessionEntity {

    @Id
    UUID id;

    @Column(name = "order_id", nullable = false)
    UUID orderId;

    @Column(name = "patient_id", nullable = false)
    UUID patientId;

    @Column(name = "bed_id", nullable = false)
    UUID bedId;

    @Column(name = "agent_id", nullable = false)
    String agentId;

    @Column(name = "protocol_id", nullable = false)
    String protocolId;

    @Column(name = "protocol_version", nullable = false)
    String protocolVersion;

    @Column(nullable = false)
    String variant;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    SessionState state;

    @Column(name = "prepared_by", nullable = false)
    UUID preparedBy;

    @Column(name = "prepared_at", nullable = false)
    Instant preparedAt;

    @Column(name = "start_requested_at")
    Instant startRequestedAt;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "stop_requested_at")
    Instant stopRequestedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    /** Who ended it because its agent did not come back, and why; null for every other session. */
    @Column(name = "ended_by")
    UUID endedBy;

    @Column(name = "end_note")
    String endNote;

    boolean held;

    BedSession toSession(String bedName) {
        return new BedSession(
                id,
                orderId,
                patientId,
                bedId,
                bedName,
                agentId,
                protocolId,
                protocolVersion,
                variant,
                state,
                preparedBy,
                preparedAt,
                Optional.ofNullable(startedAt),
                Optional.ofNullable(endedAt),
                Optional.ofNullable(endNote),
                held);
    }
}
