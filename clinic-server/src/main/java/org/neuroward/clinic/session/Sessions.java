package org.neuroward.clinic.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.fleet.AgentLink;
import org.neuroward.clinic.fleet.AgentLinks;
import org.neuroward.clinic.fleet.Beds;
import org.neuroward.clinic.recording.RecordingState;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.wire.AgentState;

/** What is known of sessions. */
@ApplicationScoped
public class Sessions {

    private final SessionTable table;
    private final Beds beds;
    private final AgentLinks links;
    private final Recordings recordings;

    Sessions(SessionTable table, Beds beds, AgentLinks links, Recordings recordings) {
        this.table = table;
        this.beds = beds;
        this.links = links;
        this.recordings = recordings;
    }

    @Transactional
    public Optional<BedSession> find(UUID sessionId) {
        return table.find(sessionId).map(this::toSession);
    }

    /** @throws NoSuchElementException when there is no such session */
    @Transactional
    public BedSession get(UUID sessionId) {
        return find(sessionId).orElseThrow(() -> new NoSuchElementException("no such session: " + sessionId));
    }

    /** The session that holds the bed. */
    @Transactional
    public Optional<BedSession> activeAt(UUID bedId) {
        return table.activeAt(bedId).map(this::toSession);
    }

    @Transactional
    public Optional<BedSession> activeOfOrder(UUID orderId) {
        return table.activeOfOrder(orderId).map(this::toSession);
    }

    private BedSession toSession(SessionEntity entity) {
        return entity.toSession(beds.get(entity.bedId).name());
    }

    /** Where the session stands now. */
    @Transactional
    public SessionPhase phase(BedSession session) {
        Optional<AgentLink> link = links.findAwake(session.agentId());
        return switch (session.state()) {
            case PREPARED ->
                link.map(present -> phaseBeforeStart(present.state())).orElse(SessionPhase.AGENT_LOST);
            case RECORDING -> link.isPresent() ? SessionPhase.RECORDING : SessionPhase.AGENT_LOST;
            case ENDED ->
                recordings
                        .findOfSession(session.id())
                        .map(StoredRecording::state)
                        .map(Sessions::phaseAfterEnd)
                        .orElse(SessionPhase.ENDED);
            case CANCELLED -> SessionPhase.CANCELLED;
        };
    }

    private static SessionPhase phaseBeforeStart(AgentState agent) {
        return switch (agent) {
            case PREPARED, RECORDING -> SessionPhase.PREPARED;
            case IDLE, UPLOADING -> SessionPhase.PREPARING;
        };
    }

    private static SessionPhase phaseAfterEnd(RecordingState recording) {
        return switch (recording) {
            case OPEN, ENDED -> SessionPhase.ENDED;
            case SEALING -> SessionPhase.SEALING;
            case SEALED -> SessionPhase.SEALED;
            case FAILED -> SessionPhase.FAILED;
        };
    }
}
