package org.neuroward.clinic.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the trail, the latest rows first. */
@ApplicationScoped
class AuditSearch {
    /**
     * What is looked for; a blank text or an absent patient matches all.
     *
     * @param before only rows older than this number
     */
    record Wanted(String person, String action, Optional<UUID> patientId, long before) {}

    private final EntityManager entities;

    AuditSearch(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    List<AuditEvent> find(Wanted wanted, int most) {
        return entities.createQuery("""
                        from AuditEventEntity
                        where seq < :before
                            and (:person = '' or actorName = :person)
                            and (:action = '' or action = :action)
                            and (:anyone = true or patientId = :patient)
                        order by seq desc
                        """, AuditEventEntity.class)
                .setParameter("before", wanted.before())
                .setParameter("person", wanted.person())
                .setParameter("action", wanted.action())
                .setParameter("anyone", wanted.patientId().isEmpty())
                .setParameter("patient", wanted.patientId().orElse(new UUID(0, 0)))
                .setMaxResults(most)
                .getResultStream()
                .map(AuditEventEntity::toEvent)
                .toList();
    }

    @Transactional
    List<String> actions() {
        return entities.createQuery("select distinct action from AuditEventEntity order by action", String.class)
                .getResultList();
    }

    @Transactional
    List<String> people() {
        return entities.createQuery("select distinct actorName from AuditEventEntity order by actorName", String.class)
                .getResultList();
    }
}
