package org.neuroward.clinic.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of sessions; every method runs in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SessionTable {

    private static final List<SessionState> ACTIVE = List.of(SessionState.PREPARED, SessionState.RECORDING);

    private final EntityManager database;

    SessionTable(EntityManager database) {
        this.database = database;
    }

    /** Writes the row at once, so that a bed that is taken is found now and not at the commit. */
    void add(SessionEntity session) {
        database.persist(session);
        database.flush();
    }

    Optional<SessionEntity> find(UUID sessionId) {
        return Optional.ofNullable(database.find(SessionEntity.class, sessionId));
    }

    /** The row, which no one else can change before this transaction ends. */
    Optional<SessionEntity> findToChange(UUID sessionId) {
        return Optional.ofNullable(database.find(SessionEntity.class, sessionId, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<SessionEntity> activeAt(UUID bedId) {
        return active("bedId", bedId);
    }

    Optional<SessionEntity> activeOfOrder(UUID orderId) {
        return active("orderId", orderId);
    }

    List<SessionEntity> active() {
        return database.createQuery("from SessionEntity where state in :active", SessionEntity.class)
                .setParameter("active", ACTIVE)
                .getResultList();
    }

    /** Whether another session than this one has ended for the order. */
    boolean orderHasOtherEnded(UUID orderId, UUID sessionId) {
        return database.createQuery(
                                "select count(*) from SessionEntity where orderId = :order and id <> :session"
                                        + " and state = :ended",
                                Long.class)
                        .setParameter("order", orderId)
                        .setParameter("session", sessionId)
                        .setParameter("ended", SessionState.ENDED)
                        .getSingleResult()
                > 0;
    }

    List<SessionEntity> ofPatient(UUID patientId) {
        return database.createQuery(
                        "from SessionEntity where patientId = :patient order by preparedAt desc", SessionEntity.class)
                .setParameter("patient", patientId)
                .getResultList();
    }

    private Optional<SessionEntity> active(String column, UUID value) {
        return database.createQuery(
                        "from SessionEntity where state in :active and " + column + " = :value", SessionEntity.class)
                .setParameter("active", ACTIVE)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }
}
