package org.neuroward.clinic.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.neuroward.clinic.screening.ScoringJobEntity.State;

/** The queue of recordings to be scored; it outlives the server. */
@ApplicationScoped
class ScoringJobs {

    // A recording that took the server down this often is set aside, so that it cannot do so at every start.
    static final int MAXIMUM_INTERRUPTED_ATTEMPTS = 3;

    // Hibernate's code for passing over rows that another worker has taken.
    private static final int SKIP_LOCKED = -2;

    private final EntityManager entities;
    private final Clock clock = Clock.systemUTC();

    ScoringJobs(EntityManager entities) {
        this.entities = entities;
    }

    /** Adds the recording unless it is known already. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void add(UUID recordingId, UUID sessionId) {
        entities.createNativeQuery("""
                        insert into scoring_job (recording_id, session_id, state, created_at)
                        values (:recording, :session, 'WAITING', :now) on conflict (recording_id) do nothing""")
                .setParameter("recording", recordingId)
                .setParameter("session", sessionId)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Takes the oldest waiting job; a job is taken once, however many ask. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<ScoringJob> take() {
        return entities.createQuery(
                        "from ScoringJobEntity where state = WAITING order by createdAt, recordingId",
                        ScoringJobEntity.class)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultStream()
                .findFirst()
                .map(job -> {
                    job.state = State.RUNNING;
                    job.attempts++;
                    return new ScoringJob(job.recordingId, job.sessionId);
                });
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void finish(UUID recordingId) {
        var job = entities.find(ScoringJobEntity.class, recordingId);
        job.state = State.DONE;
        job.finishedAt = clock.instant();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void fail(UUID recordingId, ScoringFailure failure, String detail) {
        markFailed(entities.find(ScoringJobEntity.class, recordingId), failure, detail, clock.instant());
    }

    /** @return whether there was a failed job to try again */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean tryAgain(UUID recordingId) {
        return entities.createNativeQuery("""
                                update scoring_job set state = 'WAITING', attempts = 0,
                                failure_code = null, failure_detail = null, finished_at = null
                                where recording_id = :recording and state = 'FAILED'""")
                        .setParameter("recording", recordingId)
                        .executeUpdate()
                == 1;
    }

    /** Puts back what the last run of the server left half done. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void putBackInterrupted() {
        entities.createQuery("from ScoringJobEntity where state = 'RUNNING'", ScoringJobEntity.class)
                .getResultList()
                .forEach(job -> {
                    if (job.attempts >= MAXIMUM_INTERRUPTED_ATTEMPTS) {
                        markFailed(job, ScoringFailure.INTERRUPTED, "attempts=" + job.attempts, clock.instant());
                    } else {
                        job.state = State.WAITING;
                    }
                });
    }

    @Transactional
    public Set<UUID> known() {
        return Set.copyOf(entities.createQuery("select recordingId from ScoringJobEntity", UUID.class)
                .getResultList());
    }

    /** Jobs that stopped, the latest first. */
    @Transactional
    public List<ScoringJobEntity> failed() {
        return entities.createQuery(
                        "from ScoringJobEntity where state = FAILED order by finishedAt desc", ScoringJobEntity.class)
                .getResultList();
    }

    @Transactional
    public Optional<ScoringJobEntity> find(UUID recordingId) {
        return Optional.ofNullable(entities.find(ScoringJobEntity.class, recordingId));
    }

    private static void markFailed(ScoringJobEntity job, ScoringFailure failure, String detail, Instant now) {
        job.state = State.FAILED;
        job.failureCode = failure.code();
        job.failureDetail = detail;
        job.finishedAt = now;
    }

    /** A job that this server has taken. */
    record ScoringJob(UUID recordingId, UUID sessionId) {}
}
