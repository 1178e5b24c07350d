package org.neuroward.clinic.recording;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "recording")
class RecordingEntity {

    @Id
    UUID id;

    @Column(name = "session_id", nullable = false, unique = true)
    UUID sessionId;

    @Column(name = "agent_id", nullable = false)
    String agentId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    RecordingState state;

    @Column(name = "opened_at", nullable = false)
    Instant openedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "end_reason")
    String endReason;

    @Column(name = "sealed_at")
    Instant sealedAt;

    @Column(name = "file_name")
    String fileName;

    Long frames;
    String sha256;
    Long bytes;
    Long milliseconds;

    @Column(name = "gap_samples")
    Long gapSamples;

    String failure;

    StoredRecording toStored(Path folder) {
        return new StoredRecording(
                id,
                sessionId,
                agentId,
                state,
                openedAt,
                Optional.ofNullable(endedAt),
                Optional.ofNullable(endReason),
                Optional.ofNullable(frames),
                state == RecordingState.SEALED ? Optional.of(toSealedFile(folder)) : Optional.empty());
    }

    private StoredRecording.SealedFile toSealedFile(Path folder) {
        return new StoredRecording.SealedFile(
                folder.resolve(fileName), sha256, bytes, Duration.ofMillis(milliseconds), gapSamples, sealedAt);
    }
}
