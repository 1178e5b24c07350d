package org.neuroward.clinic.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.neuroward.wire.RefusalCode;

/** The agents that may connect, each with a secret of its own. */
@ApplicationScoped
public class Agents {

    private final EntityManager database;
    private final Event<AgentDismissed> dismissed;
    private final Clock clock = Clock.systemUTC();

    Agents(EntityManager database, Event<AgentDismissed> dismissed) {
        this.database = database;
        this.dismissed = dismissed;
    }

    /**
     * Lets an agent serve a bed from now on. An agent or a bed that was enrolled before is enrolled anew; the same agent with
     * the same secret stays as it is.
     *
     * @param secret at least 22 characters, which hold 128 random bits in Base64
     */
    @Transactional
    public void enrol(String agentId, UUID bedId, String secret) {
        if (agentId.isBlank() || secret.length() < Secret.SHORTEST) {
            throw new IllegalArgumentException("an agent must have an id and a secret of at least " + Secret.SHORTEST
                    + " characters: agent=" + agentId + ", secret has " + secret.length());
        }
        AgentEntity known = database.find(AgentEntity.class, agentId);
        if (known != null && known.bedId.equals(bedId) && Secret.matches(secret, known.secretSha256)) {
            return;
        }
        dismiss(agentId, bedId);
        var agent = new AgentEntity();
        agent.id = agentId;
        agent.bedId = bedId;
        agent.secretSha256 = Secret.sha256(secret);
        agent.enrolledAt = clock.instant();
        database.persist(agent);
    }

    private void dismiss(String agentId, UUID bedId) {
        List<AgentEntity> former = database.createQuery(
                        "from AgentEntity where bedId = :bed or id = :agent", AgentEntity.class)
                .setParameter("bed", bedId)
                .setParameter("agent", agentId)
                .getResultList();
        for (AgentEntity agent : former) {
            boolean sameAgent = agent.id.equals(agentId);
            dismissed.fire(
                    new AgentDismissed(agent.id, sameAgent ? RefusalCode.WRONG_SECRET : RefusalCode.UNKNOWN_AGENT));
            database.remove(agent);
        }
        database.flush();
    }

    /** Whether an agent that calls itself so, with that secret, is one of ours. */
    @Transactional
    public Identification identify(String agentId, String secret) {
        AgentEntity agent = database.find(AgentEntity.class, agentId);
        if (agent == null) {
            return new Identification.UnknownAgent();
        }
        boolean own = Secret.matches(secret, agent.secretSha256);
        return own ? new Identification.Enrolled(agent.bedId) : new Identification.WrongSecret();
    }
}
