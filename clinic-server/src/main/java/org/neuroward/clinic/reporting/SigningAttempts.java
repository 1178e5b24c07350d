package org.neuroward.clinic.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Counts wrong passwords at signing, so that a session left open does not let a stranger guess. An attempt counts as wrong
 * from the moment it is made; only the right password clears it and those before it.
 */
@ApplicationScoped
class SigningAttempts {

    static final int ALLOWED = 5;
    static final Duration PERIOD = Duration.ofMinutes(15);

    private final EntityManager entities;
    private final Clock clock = Clock.systemUTC();

    SigningAttempts(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether a user may try a password now. */
    sealed interface Permit {

        /** @param left how often the user may still be wrong when this attempt is wrong too */
        record Granted(UUID attemptId, int left) implements Permit {}

        record Locked(Instant until) implements Permit {}
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Permit begin(UUID userId, UUID reportId) {
        lockAttemptsOf(userId);
        Object[] wrong = wrongOf(userId);
        int made = ((Number) wrong[0]).intValue();
        if (made >= ALLOWED) {
            return new Permit.Locked(((Instant) wrong[1]).plus(PERIOD));
        }
        var attempt = new SigningAttemptEntity();
        attempt.id = UUID.randomUUID();
        attempt.userId = userId;
        attempt.reportId = reportId;
        attempt.attemptedAt = clock.instant();
        entities.persist(attempt);
        return new Permit.Granted(attempt.id, ALLOWED - made - 1);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void accept(UUID attemptId) {
        entities.find(SigningAttemptEntity.class, attemptId).accepted = true;
    }

    // Two requests at once must not both see room for one more attempt.
    private void lockAttemptsOf(UUID userId) {
        entities.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:key, 0))", Object.class)
                .setParameter("key", "signing-attempt " + userId)
                .getSingleResult();
    }

    private Object[] wrongOf(UUID userId) {
        return entities.createQuery("""
                        select count(*), min(wrong.attemptedAt) from SigningAttemptEntity wrong
                        where wrong.userId = :user and not wrong.accepted and wrong.attemptedAt > :since
                        and not exists (select 1 from SigningAttemptEntity good
                            where good.userId = :user and good.accepted and good.attemptedAt >= wrong.attemptedAt)""", Object[].class)
                .setParameter("user", userId)
                .setParameter("since", clock.instant().minus(PERIOD))
                .getSingleResult();
    }
}
