package org.neuroward.clinic.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.audit.AuditTrail;
import org.neuroward.clinic.fleet.AgentLinks;
import org.neuroward.clinic.fleet.Beds;
import org.neuroward.clinic.recording.OpenRecordings;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.clinic.session.Outcome.Done;
import org.neuroward.clinic.session.Outcome.Refused;

/**
 * Ends a session whose agent does not come back: what the server has is sealed and filed, and the bed is free. Should the
 * agent return with more, it keeps that, and the bed is shown to the administrator.
 */
@ApplicationScoped
class HandEnding {

    static final int LONGEST_REASON = 300;

    private final SessionTable sessions;
    private final Recordings recordings;
    private final OpenRecordings logs;
    private final AgentLinks links;
    private final Beds beds;
    private final AuditTrail audit;

    HandEnding(
            SessionTable sessions,
            Recordings recordings,
            OpenRecordings logs,
            AgentLinks links,
            Beds beds,
            AuditTrail audit) {
        this.sessions = sessions;
        this.recordings = recordings;
        this.logs = logs;
        this.links = links;
        this.beds = beds;
        this.audit = audit;
    }

    /** @param reason kept with the session; control characters are refused */
    @Transactional
    Outcome end(UUID sessionId, UUID by, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON || why.chars().anyMatch(Character::isISOControl)) {
            return new Refused(new Refusal.ReasonMissing(LONGEST_REASON));
        }
        return sessions.findToChange(sessionId)
                .map(session -> switch (session.state) {
                    case PREPARED -> new Refused(new Refusal.NotRecording());
                    case ENDED, CANCELLED -> new Refused(new Refusal.AlreadyOver());
                    case RECORDING -> endRecording(session, by, why);
                })
                .orElseGet(() -> new Refused(new Refusal.SessionUnknown()));
    }

    private Outcome endRecording(SessionEntity session, UUID by, String why) {
        if (links.findAwake(session.agentId).isPresent()) {
            return new Refused(new Refusal.AgentThere(beds.get(session.bedId).name()));
        }
        StoredRecording recording = recordings.findOfSession(session.id).orElseThrow();
        // Tells the session too, which is ended by it.
        recordings.end(recording.id(), StoredRecording.ENDED_BY_HAND, durableFrames(recording));
        session.endedBy = by;
        session.endNote = why;
        audit.record(
                "session.end-by-hand",
                "session",
                session.id.toString(),
                Optional.of(session.patientId),
                "done",
                Map.of("recording", recording.id().toString()));
        return new Done(session.id, true);
    }

    private long durableFrames(StoredRecording recording) {
        try {
            return logs.open(recording).durableFrames();
        } catch (IOException e) {
            throw new UncheckedIOException("the log of recording " + recording.id() + " cannot be read", e);
        }
    }
}
