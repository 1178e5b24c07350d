package org.neuroward.clinic.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of claims and filings; every method runs in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FilingTable {

    private static final int MOST_FILED_SHOWN = 20;

    private final EntityManager database;
    private final Clock clock = Clock.systemUTC();

    FilingTable(EntityManager database) {
        this.database = database;
    }

    void add(RecordingClaimEntity claim) {
        database.persist(claim);
        database.flush();
    }

    Optional<RecordingClaimEntity> findClaim(UUID recordingId) {
        return Optional.ofNullable(database.find(RecordingClaimEntity.class, recordingId));
    }

    Optional<FilingEntity> find(UUID recordingId) {
        return Optional.ofNullable(database.find(FilingEntity.class, recordingId));
    }

    /** The row, which no one else can change before this transaction ends. */
    Optional<FilingEntity> findToChange(UUID recordingId) {
        return Optional.ofNullable(database.find(FilingEntity.class, recordingId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Notes that a person must look at the recording. */
    void await(UUID recordingId, FilingState state, List<Difference> differences) {
        FilingEntity known = database.find(FilingEntity.class, recordingId, LockModeType.PESSIMISTIC_WRITE);
        FilingEntity filing = known == null ? new FilingEntity() : known;
        filing.state = state;
        filing.differences = FilingEntity.codes(differences);
        filing.noticedAt = clock.instant();
        if (known == null) {
            filing.recordingId = recordingId;
            database.persist(filing);
        }
    }

    /** What waits for a person, the oldest first. */
    List<FilingEntity> waiting() {
        return database.createQuery("from FilingEntity where state <> :filed order by noticedAt", FilingEntity.class)
                .setParameter("filed", FilingState.FILED)
                .getResultList();
    }

    long countWaiting() {
        return database.createQuery("select count(*) from FilingEntity where state <> :filed", Long.class)
                .setParameter("filed", FilingState.FILED)
                .getSingleResult();
    }

    /** What was filed last. */
    List<FilingEntity> filed() {
        return database.createQuery("from FilingEntity where state = :filed order by filedAt desc", FilingEntity.class)
                .setParameter("filed", FilingState.FILED)
                .setMaxResults(MOST_FILED_SHOWN)
                .getResultList();
    }
}
