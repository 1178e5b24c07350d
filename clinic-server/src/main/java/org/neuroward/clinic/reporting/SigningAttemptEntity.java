package org.neuroward.clinic.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One time that somebody entered a password to sign a report. */
@Entity
@Table(name = "signing_attempt")
class SigningAttemptEntity {

    @Id
    UUID id;

    @Column(name = "user_id")
    UUID userId;

    @Column(name = "report_id")
    UUID reportId;

    boolean accepted;

    @Column(name = "attempted_at")
    Instant attemptedAt;
}
