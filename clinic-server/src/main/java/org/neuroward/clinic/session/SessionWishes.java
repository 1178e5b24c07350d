package org.neuroward.clinic.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.neuroward.clinic.audit.AuditTrail;
import org.neuroward.clinic.fleet.AgentLinks;
import org.neuroward.clinic.fleet.Bed;
import org.neuroward.clinic.fleet.Beds;
import org.neuroward.clinic.record.Order;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.session.Outcome.Done;
import org.neuroward.clinic.session.Outcome.Refused;

/**
 * Notes what a person wants of a session before the agent is asked, so that a crash in between forgets nothing. Each
 * method is one transaction: it is carried out whole, with its row in the audit trail, or refused without a trace.
 */
@ApplicationScoped
class SessionWishes {

    /** Within this time a second start is the same start, clicked twice. */
    private static final Duration START_IS_UNDER_WAY = Duration.ofSeconds(6);

    /** A confirmed identity serves one shift. */
    static final Duration IDENTITY_HOLDS = Duration.ofHours(12);

    private final SessionTable sessions;
    private final Beds beds;
    private final AgentLinks links;
    private final Orders orders;
    private final AuditTrail audit;
    private final Clock clock = Clock.systemUTC();

    SessionWishes(SessionTable sessions, Beds beds, AgentLinks links, Orders orders, AuditTrail audit) {
        this.sessions = sessions;
        this.beds = beds;
        this.links = links;
        this.orders = orders;
        this.audit = audit;
    }

    @Transactional
    Outcome prepare(Preparation wish) {
        Optional<Order> order = orders.find(wish.orderId());
        Optional<Bed> bed = beds.find(wish.bedId()).filter(known -> !known.retired());
        if (order.isEmpty()) {
            return new Refused(new Refusal.OrderUnknown());
        }
        if (bed.isEmpty()) {
            return new Refused(new Refusal.BedUnknown());
        }
        return findObstacle(wish, order.get(), bed.get())
                .<Outcome>map(Refused::new)
                .orElseGet(() -> {
                    SessionEntity session = prepared(wish, order.get(), bed.get());
                    sessions.add(session);
                    note(
                            "session.prepare",
                            session,
                            Map.of("bed", session.bedId.toString(), "variant", session.variant));
                    return new Done(session.id, true);
                });
    }

    private Optional<Refusal> findObstacle(Preparation wish, Order order, Bed bed) {
        if (order.state() != Order.State.OPEN) {
            return Optional.of(new Refusal.OrderNotOpen());
        }
        Instant longAgo = clock.instant().minus(IDENTITY_HOLDS);
        if (orders.identityConfirmation(order.id())
                .filter(confirmed -> confirmed.confirmedAt().isAfter(longAgo))
                .isEmpty()) {
            return Optional.of(new Refusal.IdentityUnconfirmed());
        }
        Optional<SessionEntity> atBed = sessions.activeAt(bed.id());
        if (atBed.isPresent()) {
            return Optional.of(new Refusal.BedBusy(bed.name(), atBed.get().id));
        }
        Optional<SessionEntity> ofOrder = sessions.activeOfOrder(wish.orderId());
        if (ofOrder.isPresent()) {
            String where = beds.get(ofOrder.get().bedId).name();
            return Optional.of(new Refusal.OrderBusy(where, ofOrder.get().id));
        }
        return bed.connected() ? Optional.empty() : Optional.of(new Refusal.AgentAway(bed.name()));
    }

    private SessionEntity prepared(Preparation wish, Order order, Bed bed) {
        var session = new SessionEntity();
        session.id = UUID.randomUUID();
        session.orderId = order.id();
        session.patientId = order.patientId();
        session.bedId = bed.id();
        session.agentId = bed.agentId().orElseThrow();
        session.protocolId = wish.procedure().protocolId();
        session.protocolVersion = wish.procedure().version();
        session.variant = wish.procedure().id();
        session.state = SessionState.PREPARED;
        session.preparedBy = wish.by();
        session.preparedAt = clock.instant();
        return session;
    }

    @Transactional
    Outcome start(UUID sessionId) {
        return whilePrepared(sessionId, session -> {
            if (links.findAwake(session.agentId).isEmpty()) {
                return new Refused(new Refusal.AgentAway(nameOf(session)));
            }
            session.startRequestedAt = clock.instant();
            note("session.start", session, Map.of());
            return new Done(sessionId, false);
        });
    }

    @Transactional
    Outcome cancel(UUID sessionId) {
        return whilePrepared(sessionId, session -> {
            session.state = SessionState.CANCELLED;
            session.endedAt = clock.instant();
            note("session.cancel", session, Map.of());
            return new Done(sessionId, true);
        });
    }

    private Outcome whilePrepared(UUID sessionId, Function<SessionEntity, Outcome> act) {
        return sessions.findToChange(sessionId)
                .map(session -> switch (session.state) {
                    case RECORDING -> new Refused(new Refusal.AlreadyRecording());
                    case ENDED, CANCELLED -> new Refused(new Refusal.AlreadyOver());
                    case PREPARED ->
                        startIsUnderWay(session) ? new Refused(new Refusal.AlreadyRecording()) : act.apply(session);
                })
                .orElseGet(() -> new Refused(new Refusal.SessionUnknown()));
    }

    private boolean startIsUnderWay(SessionEntity session) {
        return session.startRequestedAt != null
                && clock.instant().isBefore(session.startRequestedAt.plus(START_IS_UNDER_WAY));
    }

    /** The agent would not start: the session is as it was. */
    @Transactional
    void startFailed(UUID sessionId) {
        sessions.findToChange(sessionId)
                .filter(session -> session.state == SessionState.PREPARED)
                .ifPresent(session -> session.startRequestedAt = null);
    }

    @Transactional
    Outcome mark(UUID sessionId) {
        return whileRecording(sessionId, session -> note("session.mark", session, Map.of()));
    }

    @Transactional
    Outcome stop(UUID sessionId) {
        return whileRecording(sessionId, session -> {
            session.stopRequestedAt = clock.instant();
            note("session.stop", session, Map.of());
        });
    }

    /** Impedances are measured before a recording or, where the amplifier can, during one. */
    @Transactional
    Outcome measure(UUID sessionId, boolean on) {
        return sessions.findToChange(sessionId)
                .map(session -> switch (session.state) {
                    case ENDED, CANCELLED -> new Refused(new Refusal.AlreadyOver());
                    case PREPARED, RECORDING -> {
                        note("session.impedance", session, Map.of("on", Boolean.toString(on)));
                        yield new Done(sessionId, false);
                    }
                })
                .orElseGet(() -> new Refused(new Refusal.SessionUnknown()));
    }

    private Outcome whileRecording(UUID sessionId, Consumer<SessionEntity> change) {
        return sessions.findToChange(sessionId)
                .map(session -> switch (session.state) {
                    case PREPARED -> new Refused(new Refusal.NotRecording());
                    case ENDED, CANCELLED -> new Refused(new Refusal.AlreadyOver());
                    case RECORDING -> {
                        change.accept(session);
                        yield new Done(sessionId, false);
                    }
                })
                .orElseGet(() -> new Refused(new Refusal.SessionUnknown()));
    }

    private String nameOf(SessionEntity session) {
        return beds.get(session.bedId).name();
    }

    private void note(String action, SessionEntity session, Map<String, String> detail) {
        audit.record(action, "session", session.id.toString(), Optional.of(session.patientId), "done", detail);
    }
}
