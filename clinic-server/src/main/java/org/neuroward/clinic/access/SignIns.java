package org.neuroward.clinic.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Live sign-ins. The browser holds a random token of 256 bits, the table its hash, so a sign-in outlives a restart of
 * the server and a copy of the table opens nothing.
 */
@ApplicationScoped
class SignIns {
    /** A visit is noted at most this often: one write per request would be one too many. */
    private static final Duration NOTED_EVERY = Duration.ofSeconds(15);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager entities;
    private final Users users;
    private final Duration idle;
    private final Duration longest;
    private final Clock clock = Clock.systemUTC();

    SignIns(
            EntityManager entities,
            Users users,
            @ConfigProperty(name = "neuroward.sign-in.idle") Duration idle,
            @ConfigProperty(name = "neuroward.sign-in.longest") Duration longest) {
        this.entities = entities;
        this.users = users;
        this.idle = idle;
        this.longest = longest;
    }

    /** Begins a sign-in and returns its token, the only copy there is. */
    @Transactional
    String begin(UUID userId) {
        Instant now = clock.instant();
        entities.createQuery("delete from LoginSessionEntity where lastSeenAt < :idle or startedAt < :longest")
                .setParameter("idle", now.minus(idle))
                .setParameter("longest", now.minus(longest))
                .executeUpdate();
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        LoginSessionEntity session = new LoginSessionEntity();
        session.tokenHash = hash("sign-in", token);
        session.userId = userId;
        session.startedAt = now;
        session.lastSeenAt = now;
        entities.persist(session);
        return token;
    }

    /**
     * The person behind a token, if the sign-in is still live.
     *
     * @param act whether the person has done something, which keeps it so
     */
    @Transactional
    Optional<SignedIn> see(String token, boolean act) {
        LoginSessionEntity session = entities.find(LoginSessionEntity.class, hash("sign-in", token));
        Instant now = clock.instant();
        if (session == null
                || session.lastSeenAt.plus(idle).isBefore(now)
                || session.startedAt.plus(longest).isBefore(now)) {
            return Optional.empty();
        }
        UserEntity user = users.get(session.userId);
        if (!user.active) {
            return Optional.empty();
        }
        if (act && session.lastSeenAt.plus(NOTED_EVERY).isBefore(now)) {
            entities.createQuery("update LoginSessionEntity set lastSeenAt = :now where tokenHash = :hash")
                    .setParameter("now", now)
                    .setParameter("hash", session.tokenHash)
                    .executeUpdate();
        }
        return Optional.of(new SignedIn(user.id, user.username, user.displayName, user.role, csrfToken(token)));
    }

    @Transactional
    void end(String token) {
        entities.createQuery("delete from LoginSessionEntity where tokenHash = :hash")
                .setParameter("hash", hash("sign-in", token))
                .executeUpdate();
    }

    /** Derived from the secret token, so it is bound to the sign-in and needs no column of its own. */
    private static String csrfToken(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash("csrf", token));
    }

    private static byte[] hash(String purpose, String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((purpose + ":" + token).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
