package org.neuroward.clinic.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.record.IdentityConfirmation;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.recording.StoredRecording;

/** Sessions as whoever files recordings changes them. Every method runs in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SessionFiling {

    private final SessionTable sessions;
    private final Recordings recordings;
    private final Orders orders;
    private final Clock clock = Clock.systemUTC();

    SessionFiling(SessionTable sessions, Recordings recordings, Orders orders) {
        this.sessions = sessions;
        this.recordings = recordings;
        this.orders = orders;
    }

    /** How the confirmation of a session's identity stood when its start was asked for. */
    public enum Confirmed {
        IN_TIME,
        TOO_OLD,
        NEVER
    }

    /**
     * Whether a session of that agent was over, cancelled or closed by a person, before the recording came that it had been
     * asked for. The recording was made all the same, and is kept.
     */
    public boolean wasOverBeforeItsRecordingCame(UUID sessionId, String agentId) {
        return sessions.find(sessionId)
                        .filter(session -> session.agentId.equals(agentId)
                                && session.startRequestedAt != null
                                && (session.state == SessionState.CANCELLED || session.state == SessionState.ENDED))
                        .isPresent()
                && recordings.findOfSession(sessionId).isEmpty();
    }

    /** Begins the recording of a session that is over; the session stays as it is. */
    public StoredRecording admitLate(UUID sessionId, UUID recordingId, String agentId) {
        recordings.open(recordingId, sessionId, agentId);
        return recordings.get(recordingId);
    }

    public Confirmed confirmed(UUID sessionId) {
        SessionEntity session = sessions.find(sessionId).orElseThrow();
        Instant asked = session.startRequestedAt == null ? clock.instant() : session.startRequestedAt;
        return orders.identityConfirmation(session.orderId)
                .map(IdentityConfirmation::confirmedAt)
                .map(at ->
                        at.isBefore(asked.minus(SessionWishes.IDENTITY_HOLDS)) ? Confirmed.TOO_OLD : Confirmed.IN_TIME)
                .orElse(Confirmed.NEVER);
    }

    /** Nothing of this session is scored or reported until its recording is filed. */
    public void hold(UUID sessionId) {
        sessions.findToChange(sessionId).ifPresent(session -> session.held = true);
    }

    /** The session that holds a bed for the order, other than this one. */
    public Optional<UUID> findOtherAtWork(UUID orderId, UUID sessionId) {
        return sessions.activeOfOrder(orderId).map(session -> session.id).filter(id -> !id.equals(sessionId));
    }

    /** Makes the session of a filed recording, or sets right the one that it has. */
    public void file(FiledVisit visit) {
        Optional<SessionEntity> known = sessions.findToChange(visit.sessionId());
        known.map(session -> session.orderId)
                .filter(order -> !order.equals(visit.orderId()))
                .filter(order -> !sessions.orderHasOtherEnded(order, visit.sessionId()))
                .ifPresent(orders::reopen);
        SessionEntity session = known.orElseGet(() -> made(visit));
        session.orderId = visit.orderId();
        session.patientId = visit.patientId();
        session.state = SessionState.ENDED;
        session.startedAt = session.startedAt == null ? visit.startedAt() : session.startedAt;
        session.endedAt = visit.endedAt();
        session.held = false;
        if (known.isEmpty()) {
            sessions.add(session);
        }
        orders.complete(visit.orderId());
    }

    private static SessionEntity made(FiledVisit visit) {
        var session = new SessionEntity();
        session.id = visit.sessionId();
        session.bedId = visit.bedId();
        session.agentId = visit.agentId();
        session.protocolId = visit.procedure().protocolId();
        session.protocolVersion = visit.procedure().version();
        session.variant = visit.procedure().id();
        session.preparedBy = visit.filedBy();
        session.preparedAt = visit.startedAt();
        return session;
    }
}
