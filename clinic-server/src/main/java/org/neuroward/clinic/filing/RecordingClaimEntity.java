package org.neuroward.clinic.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.PatientClaim;

@Entity
@Immutable
@Table(name = "recording_claim")
class RecordingClaimEntity {

    private static final PatientClaim NONE = new PatientClaim("", "", "");

    @Id
    @Column(name = "recording_id")
    UUID recordingId;

    @Column(name = "session_id", nullable = false)
    UUID sessionId;

    @Column(name = "agent_id", nullable = false)
    String agentId;

    @Column(name = "bed_id", nullable = false)
    UUID bedId;

    @Column(nullable = false)
    String source;

    boolean simulated;

    @Column(name = "started_at", nullable = false)
    Instant startedAt;

    boolean offline;

    @Column(nullable = false)
    String procedure;

    @Column(name = "order_number", nullable = false)
    String orderNumber;

    @Column(name = "patient_number", nullable = false)
    String patientNumber;

    @Column(name = "confirmed_by", nullable = false)
    String confirmedBy;

    @Column(name = "received_at", nullable = false)
    Instant receivedAt;

    /** @param bedId of the agent that delivers it */
    static RecordingClaimEntity of(UUID recordingId, Description described, String agentId, UUID bedId, Instant now) {
        PatientClaim claim = described.claim().orElse(NONE);
        var entity = new RecordingClaimEntity();
        entity.recordingId = recordingId;
        entity.sessionId = described.sessionId();
        entity.agentId = agentId;
        entity.bedId = bedId;
        entity.source = described.source();
        entity.simulated = described.simulated();
        entity.startedAt = described.startedAt();
        entity.offline = described.offline();
        entity.procedure = described.procedure();
        entity.orderNumber = claim.orderNumber();
        entity.patientNumber = claim.patientNumber();
        entity.confirmedBy = claim.confirmedBy();
        entity.receivedAt = now;
        return entity;
    }

    PatientClaim claim() {
        return new PatientClaim(orderNumber, patientNumber, confirmedBy);
    }
}
