package org.neuroward.clinic.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.access.Users;
import org.neuroward.clinic.filing.UnfiledRecording.ShownDifference;
import org.neuroward.clinic.fleet.Beds;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.record.WorklistLine;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.clinic.session.BedSession;
import org.neuroward.clinic.session.Sessions;

/** What waits for filing, put together for pages; as {@code inject:filings} in templates. */
@Named("filings")
@ApplicationScoped
public class FilingViews {

    private final FilingTable table;
    private final Filing filing;
    private final Recordings recordings;
    private final Sessions sessions;
    private final Orders orders;
    private final Beds beds;
    private final Users users;

    FilingViews(
            FilingTable table,
            Filing filing,
            Recordings recordings,
            Sessions sessions,
            Orders orders,
            Beds beds,
            Users users) {
        this.table = table;
        this.filing = filing;
        this.recordings = recordings;
        this.sessions = sessions;
        this.orders = orders;
        this.beds = beds;
        this.users = users;
    }

    /** How many recordings wait for a person. */
    public long getWaitingCount() {
        return filing.countWaiting();
    }

    /** The oldest first. */
    @Transactional
    public List<UnfiledRecording> waiting() {
        return table.waiting().stream().map(this::view).toList();
    }

    @Transactional
    public Optional<UnfiledRecording> find(UUID recordingId) {
        return table.find(recordingId)
                .filter(row -> row.state != FilingState.FILED)
                .map(this::view);
    }

    /** What was filed last, the latest first. */
    @Transactional
    public List<FiledRecording> filed() {
        return table.filed().stream().map(this::filed).toList();
    }

    private FiledRecording filed(FilingEntity row) {
        RecordingClaimEntity claim = table.findClaim(row.recordingId).orElseThrow();
        return new FiledRecording(
                row.recordingId,
                claim.sessionId,
                claim.startedAt,
                beds.get(claim.bedId).name(),
                row.orderNumber,
                row.patientNumber,
                row.filedAt,
                users.displayName(row.filedBy));
    }

    /** @param alsoOrder a further order number that a person looked up, or empty */
    @Transactional
    public List<FilingCandidate> candidates(UUID recordingId, String alsoOrder) {
        RecordingClaimEntity claim = table.findClaim(recordingId).orElseThrow();
        FilingEntity row = table.find(recordingId).orElseThrow();
        return filing.candidates(recordingId, alsoOrder).stream()
                .map(line -> new FilingCandidate(
                        line.order(),
                        line.patient(),
                        Comparison.bothMatch(claim.claim(), line),
                        Filing.differs(row, claim, line),
                        shown(Comparison.of(claim.claim(), line), claim, Optional.of(line))))
                .toList();
    }

    private UnfiledRecording view(FilingEntity row) {
        RecordingClaimEntity claim = table.findClaim(row.recordingId).orElseThrow();
        StoredRecording recording = recordings.get(row.recordingId);
        Optional<BedSession> session = sessions.find(claim.sessionId);
        Optional<WorklistLine> line = session.flatMap(known -> orders.line(known.orderId()));
        return new UnfiledRecording(
                row.recordingId,
                claim.offline,
                claim.startedAt,
                claim.receivedAt,
                beds.get(claim.bedId).name(),
                claim.source,
                claim.simulated,
                claim.claim(),
                session.map(BedSession::variant).orElse(claim.procedure),
                recording.sealed(),
                recording.endReason(),
                shown(row.differences(), claim, line));
    }

    private List<ShownDifference> shown(
            List<Difference> differences, RecordingClaimEntity claim, Optional<WorklistLine> line) {
        return differences.stream()
                .map(difference -> shown(difference, claim, line))
                .toList();
    }

    private ShownDifference shown(Difference difference, RecordingClaimEntity claim, Optional<WorklistLine> line) {
        return switch (difference) {
            case ORDER_DIFFERS ->
                new ShownDifference(
                        difference.name(),
                        claim.orderNumber,
                        line.map(known -> known.order().orderNumber()).orElse(""));
            case PATIENT_DIFFERS ->
                new ShownDifference(
                        difference.name(),
                        claim.patientNumber,
                        line.map(known -> known.patient().recordNumber()).orElse(""));
            case OTHER_BED ->
                new ShownDifference(
                        difference.name(),
                        beds.get(claim.bedId).name(),
                        sessions.find(claim.sessionId).map(BedSession::bedName).orElse(""));
            case CLAIM_MISSING, ORDER_MOVED, ORDER_WITHDRAWN, CONFIRMATION_MISSING, CONFIRMATION_OLD, SESSION_OVER ->
                new ShownDifference(difference.name(), "", "");
        };
    }
}
