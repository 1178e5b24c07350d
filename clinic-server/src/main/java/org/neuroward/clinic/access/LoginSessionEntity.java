package org.neuroward.clinic.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "login_session")
class LoginSessionEntity {
    @Id
    @Column(name = "token_hash")
    byte[] tokenHash;

    @Column(name = "user_id")
    UUID userId;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;
}
