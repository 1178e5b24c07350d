package org.neuroward.clinic.session;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.neuroward.clinic.audit.AuditTrail;
import org.neuroward.clinic.fleet.AgentLink;
import org.neuroward.clinic.fleet.BedRetiring;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.recording.RecordingEnded;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.FromServer;

/**
 * Keeps session and agent together when one of them was away: what a person wanted is in the database, what was recorded
 * is in the agent's spool, and this brings the two to agree.
 */
@ApplicationScoped
public class BedDirector {

    private final SessionTable sessions;
    private final Recordings recordings;
    private final Orders orders;
    private final AuditTrail audit;
    private final Clock clock = Clock.systemUTC();

    BedDirector(SessionTable sessions, Recordings recordings, Orders orders, AuditTrail audit) {
        this.sessions = sessions;
        this.recordings = recordings;
        this.orders = orders;
        this.audit = audit;
    }

    /** Whether a recording of that session may still begin at that agent. */
    @Transactional
    public boolean expects(UUID sessionId, String agentId) {
        return sessions.find(sessionId)
                .filter(session -> mayBegin(session, agentId))
                .isPresent();
    }

    private static boolean mayBegin(SessionEntity session, String agentId) {
        return session.agentId.equals(agentId)
                && session.state == SessionState.PREPARED
                && session.startRequestedAt != null;
    }

    /** Notes that a session's recording has begun; empty, and nothing noted, when no one asked that agent for it. */
    @Transactional
    public Optional<StoredRecording> admit(UUID sessionId, UUID recordingId, String agentId) {
        Optional<SessionEntity> session = sessions.findToChange(sessionId).filter(found -> mayBegin(found, agentId));
        session.ifPresent(begun -> {
            begun.state = SessionState.RECORDING;
            begun.startedAt = clock.instant();
            recordings.open(recordingId, sessionId, agentId);
            note("session.record", begun, Map.of("recording", recordingId.toString()));
        });
        return session.map(begun -> recordings.get(recordingId));
    }

    void ended(@Observes RecordingEnded event) {
        // An offline recording has no session yet; of one that came after its session's end there is nothing to end.
        sessions.findToChange(event.sessionId())
                .filter(session -> session.state == SessionState.RECORDING)
                .ifPresent(session -> end(session, event.recordingId()));
    }

    private void end(SessionEntity session, UUID recordingId) {
        session.state = SessionState.ENDED;
        session.endedAt = clock.instant();
        if (!session.held) {
            orders.complete(session.orderId);
        }
        note("session.end", session, Map.of("recording", recordingId.toString()));
    }

    /** A bed stays in use while a session holds it. */
    void retiring(@Observes BedRetiring asked) {
        sessions.activeAt(asked.bedId()).ifPresent(session -> asked.object());
    }

    private void note(String action, SessionEntity session, Map<String, String> detail) {
        audit.record(action, "session", session.id.toString(), Optional.of(session.patientId), "done", detail);
    }

    /** Tells an agent that has just come back, or become free, what its bed's session wants of it. */
    @Transactional
    public void agentStands(AgentLink link) {
        Optional<SessionEntity> active = sessions.activeAt(link.bedId());
        wanted(active, link.state()).forEach(command -> link.command(command).exceptionally(fault -> {
            Log.warnf("agent %s did not answer: %s", link.agentId(), fault);
            return Optional.empty();
        }));
    }

    private static List<Function<UUID, FromServer>> wanted(Optional<SessionEntity> active, AgentState agent) {
        boolean recording = active.filter(session -> session.state == SessionState.RECORDING)
                .isPresent();
        boolean stop = recording && active.get().stopRequestedAt != null;
        return switch (agent) {
            case IDLE, PREPARED -> {
                if (active.isEmpty()) {
                    yield agent == AgentState.IDLE ? List.of() : List.of(FromServer.Release::new);
                }
                UUID sessionId = active.get().id;
                yield recording ? List.of() : List.of(id -> new FromServer.Prepare(id, sessionId));
            }
            case RECORDING -> stop ? List.of(FromServer.Stop::new) : List.of();
            case UPLOADING -> List.of();
        };
    }
}
