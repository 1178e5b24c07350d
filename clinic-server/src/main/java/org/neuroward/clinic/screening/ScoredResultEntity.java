package org.neuroward.clinic.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A result document exactly as it was computed. */
@Entity
@Immutable
@Table(name = "scored_result")
class ScoredResultEntity {

    @Id
    UUID id;

    @Column(name = "recording_id")
    UUID recordingId;

    @Column(name = "session_id")
    UUID sessionId;

    @Column(name = "protocol_id")
    String protocolId;

    @Column(name = "protocol_version")
    String protocolVersion;

    @Column(name = "software_version")
    String softwareVersion;

    @Column(name = "refusal_code")
    String refusalCode;

    byte[] document;

    String sha256;

    @Column(name = "scored_at")
    Instant scoredAt;
}
