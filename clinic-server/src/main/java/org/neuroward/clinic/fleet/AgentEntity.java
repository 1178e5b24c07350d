package org.neuroward.clinic.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "agent")
class AgentEntity {

    @Id
    String id;

    @Column(name = "bed_id", nullable = false, unique = true)
    UUID bedId;

    @Column(name = "secret_sha256", nullable = false)
    String secretSha256;

    @Column(name = "enrolled_at", nullable = false)
    Instant enrolledAt;

    /** The following four are null until the agent was connected for the first time. */
    @Column(name = "last_contact_at")
    Instant lastContactAt;

    String version;
    String device;
    Boolean simulated;
}
