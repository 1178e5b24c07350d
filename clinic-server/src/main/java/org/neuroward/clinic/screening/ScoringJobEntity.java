package org.neuroward.clinic.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One sealed recording that is to be scored. */
@Entity
@Table(name = "scoring_job")
class ScoringJobEntity {

    @Id
    @Column(name = "recording_id")
    UUID recordingId;

    @Column(name = "session_id")
    UUID sessionId;

    @Enumerated(EnumType.STRING)
    State state;

    int attempts;

    @Column(name = "failure_code")
    String failureCode;

    @Column(name = "failure_detail")
    String failureDetail;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }
}
