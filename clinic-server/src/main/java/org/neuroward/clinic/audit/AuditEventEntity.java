package org.neuroward.clinic.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "audit_event")
class AuditEventEntity {
    @Id
    Long seq;

    Instant at;

    @Column(name = "actor_id")
    UUID actorId;

    @Column(name = "actor_name")
    String actorName;

    @Column(name = "actor_role")
    String actorRole;

    String program;
    String source;
    String action;

    @Column(name = "object_type")
    String objectType;

    @Column(name = "object_id")
    String objectId;

    @Column(name = "patient_id")
    UUID patientId;

    String outcome;
    String detail;

    @Column(name = "previous_hash")
    byte[] previousHash;

    byte[] hash;

    static AuditEventEntity from(AuditEvent event, byte[] previousHash) {
        AuditEventEntity entity = new AuditEventEntity();
        entity.seq = event.seq();
        entity.at = event.at();
        entity.actorId = event.actor().id().orElse(null);
        entity.actorName = event.actor().name();
        entity.actorRole = event.actor().role();
        entity.source = event.actor().source();
        entity.program = event.program();
        entity.action = event.action();
        entity.objectType = event.objectType();
        entity.objectId = event.objectId();
        entity.patientId = event.patientId().orElse(null);
        entity.outcome = event.outcome();
        entity.detail = event.detail();
        entity.previousHash = previousHash;
        entity.hash = event.hashAfter(previousHash);
        return entity;
    }

    AuditEvent toEvent() {
        Actor actor = new Actor(Optional.ofNullable(actorId), actorName, actorRole, source);
        return new AuditEvent(
                seq, at, actor, program, action, objectType, objectId, Optional.ofNullable(patientId), outcome, detail);
    }
}
