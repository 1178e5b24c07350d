package org.neuroward.clinic.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.audit.AuditTrail;
import org.neuroward.clinic.fleet.AgentLink;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.clinic.session.BedDirector;
import org.neuroward.clinic.session.BedSession;
import org.neuroward.clinic.session.SessionFiling;
import org.neuroward.clinic.session.Sessions;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FromAgent.SpooledRecording;

/**
 * Takes a recording in with what it says of itself. One that an enrolled agent began without the server is kept, of no
 * session; one whose numbers, bed or confirmation do not fit its session is kept and held. Nothing is turned away that may
 * be a patient's.
 */
@ApplicationScoped
public class Admission {

    private final FilingTable table;
    private final Sessions sessions;
    private final SessionFiling filing;
    private final BedDirector director;
    private final Recordings recordings;
    private final Orders orders;
    private final IdentityGuard guard;
    private final AuditTrail audit;
    private final Clock clock = Clock.systemUTC();

    Admission(
            FilingTable table,
            Sessions sessions,
            SessionFiling filing,
            BedDirector director,
            Recordings recordings,
            Orders orders,
            IdentityGuard guard,
            AuditTrail audit) {
        this.table = table;
        this.sessions = sessions;
        this.filing = filing;
        this.director = director;
        this.recordings = recordings;
        this.orders = orders;
        this.guard = guard;
        this.audit = audit;
    }

    /** Whether the first frame of a recording that the agent holds would be taken. */
    @Transactional
    public boolean expects(SpooledRecording spooled, String agentId) {
        return spooled.offline()
                ? sessions.find(spooled.sessionId()).isEmpty()
                : director.expects(spooled.sessionId(), agentId)
                        || filing.wasOverBeforeItsRecordingCame(spooled.sessionId(), agentId);
    }

    /** Begins a recording with its first frame; empty when it belongs to no session of that agent, and was not made offline. */
    @Transactional
    public Optional<StoredRecording> admit(AgentLink from, UUID recordingId, Description described) {
        return described.offline()
                ? admitOffline(from, recordingId, described)
                : admitOfSession(from, recordingId, described);
    }

    private Optional<StoredRecording> admitOffline(AgentLink from, UUID recordingId, Description described) {
        if (sessions.find(described.sessionId()).isPresent()) {
            return Optional.empty();
        }
        recordings.open(recordingId, described.sessionId(), from.agentId());
        addClaim(from, recordingId, described);
        table.await(recordingId, FilingState.UNFILED, List.of());
        audit.record(
                "recording.unfiled",
                "recording",
                recordingId.toString(),
                Optional.empty(),
                "done",
                Map.of("agent", from.agentId(), "bed", from.bedId().toString()));
        return recordings.find(recordingId);
    }

    private Optional<StoredRecording> admitOfSession(AgentLink from, UUID recordingId, Description described) {
        UUID sessionId = described.sessionId();
        boolean late = filing.wasOverBeforeItsRecordingCame(sessionId, from.agentId());
        Optional<StoredRecording> admitted = late
                ? Optional.of(filing.admitLate(sessionId, recordingId, from.agentId()))
                : director.admit(sessionId, recordingId, from.agentId());
        admitted.ifPresent(recording -> {
            RecordingClaimEntity claim = addClaim(from, recordingId, described);
            BedSession session = sessions.get(sessionId);
            List<Difference> differences = differences(claim, session);
            if (late) {
                differences.add(Difference.SESSION_OVER);
            }
            if (!differences.isEmpty()) {
                guard.hold(recordingId, session, differences);
            }
        });
        return admitted;
    }

    private RecordingClaimEntity addClaim(AgentLink from, UUID recordingId, Description described) {
        var claim = RecordingClaimEntity.of(recordingId, described, from.agentId(), from.bedId(), clock.instant());
        table.add(claim);
        return claim;
    }

    private List<Difference> differences(RecordingClaimEntity claim, BedSession session) {
        var line = orders.line(session.orderId()).orElseThrow();
        var differences = new ArrayList<>(Comparison.of(claim.claim(), line));
        if (!line.patient().id().equals(session.patientId())) {
            differences.add(Difference.ORDER_MOVED);
        }
        if (!claim.bedId.equals(session.bedId())) {
            differences.add(Difference.OTHER_BED);
        }
        switch (filing.confirmed(session.id())) {
            case IN_TIME -> {}
            case TOO_OLD -> differences.add(Difference.CONFIRMATION_OLD);
            case NEVER -> differences.add(Difference.CONFIRMATION_MISSING);
        }
        return differences;
    }
}
