package org.neuroward.clinic.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;

/** What is remembered of agents, in the database. */
@ApplicationScoped
class AgentRows {

    private final EntityManager database;

    AgentRows(EntityManager database) {
        this.database = database;
    }

    /** @param heard when each was heard last; agents that are enrolled no more are passed over */
    @Transactional
    void remember(Map<AgentLink, Instant> heard) {
        heard.forEach((link, at) -> database.createQuery(
                        "update AgentEntity set lastContactAt = :at, version = :version, device = :device,"
                                + " simulated = :simulated where id = :agent")
                .setParameter("at", at)
                .setParameter("version", link.version())
                .setParameter("device", link.amplifier().name())
                .setParameter("simulated", link.amplifier().simulated())
                .setParameter("agent", link.agentId())
                .executeUpdate());
    }
}
