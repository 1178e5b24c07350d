package org.neuroward.clinic.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The agents that may connect, each with a secret of its own.
 *
 * <p>A secret is made by a machine with at least 128 random bits, never chosen by a person; so a plain SHA-256 of it can be
 * stored: there is nothing to guess that salt or stretching would make slower.
 */
@ApplicationScoped
public class Agents {

    static final int SHORTEST_SECRET = 22;

    private final EntityManager database;
    private final Clock clock = Clock.systemUTC();

    Agents(EntityManager database) {
        this.database = database;
    }

    /**
     * Lets an agent serve a bed from now on. An agent or a bed that was enrolled before is enrolled anew.
     *
     * @param secret at least 22 characters, which hold 128 random bits in Base64
     */
    @Transactional
    public void enrol(String agentId, UUID bedId, String secret) {
        if (agentId.isBlank() || secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("an agent must have an id and a secret of at least " + SHORTEST_SECRET
                    + " characters: agent=" + agentId + ", secret has " + secret.length());
        }
        database.createQuery("delete from AgentEntity where bedId = :bed or id = :agent")
                .setParameter("bed", bedId)
                .setParameter("agent", agentId)
                .executeUpdate();
        var agent = new AgentEntity();
        agent.id = agentId;
        agent.bedId = bedId;
        agent.secretSha256 = sha256(secret);
        agent.enrolledAt = clock.instant();
        database.persist(agent);
    }

    /** Whether an agent that calls itself so, with that secret, is one of ours. */
    @Transactional
    public Identification identify(String agentId, String secret) {
        AgentEntity agent = database.find(AgentEntity.class, agentId);
        if (agent == null) {
            return new Identification.UnknownAgent();
        }
        boolean own = MessageDigest.isEqual(bytes(agent.secretSha256), bytes(sha256(secret)));
        return own ? new Identification.Enrolled(agent.bedId) : new Identification.WrongSecret();
    }

    private static String sha256(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(secret)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
