package org.neuroward.clinic.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.audit.AuditTrail;
import org.neuroward.clinic.record.IdentityConfirmation;
import org.neuroward.clinic.record.Order;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.record.WorklistLine;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.recording.StoredRecording;
import org.neuroward.clinic.session.BedSession;
import org.neuroward.clinic.session.FiledVisit;
import org.neuroward.clinic.session.SessionFiling;
import org.neuroward.clinic.session.Sessions;
import org.neuroward.protocol.Procedure;
import org.neuroward.protocol.Procedures;

/**
 * Files a recording to an order because a person said so, never by itself: numbers that match show only that the same
 * numbers were entered. Where something differs, the patient's number must be entered once more and the reason said.
 */
@ApplicationScoped
public class Filing {

    private static final int SHORTEST_REASON = 10;

    private final FilingTable table;
    private final Recordings recordings;
    private final Orders orders;
    private final Sessions sessions;
    private final SessionFiling filing;
    private final Event<RecordingFiled> filed;
    private final AuditTrail audit;
    private final Clock clock = Clock.systemUTC();

    Filing(
            FilingTable table,
            Recordings recordings,
            Orders orders,
            Sessions sessions,
            SessionFiling filing,
            Event<RecordingFiled> filed,
            AuditTrail audit) {
        this.table = table;
        this.recordings = recordings;
        this.orders = orders;
        this.sessions = sessions;
        this.filing = filing;
        this.filed = filed;
        this.audit = audit;
    }

    /** Empty when filed. A number that is not the patient's leaves a row in the audit trail too. */
    @Transactional
    public Optional<FilingRefusal> file(FilingWish wish) {
        Optional<FilingEntity> row = table.findToChange(wish.recordingId());
        if (row.isEmpty()) {
            return Optional.of(FilingRefusal.UNKNOWN);
        }
        if (row.get().state == FilingState.FILED) {
            return Optional.of(FilingRefusal.ALREADY_FILED);
        }
        RecordingClaimEntity claim = table.findClaim(wish.recordingId()).orElseThrow();
        StoredRecording recording = recordings.get(wish.recordingId());
        Optional<WorklistLine> line = orders.line(wish.orderId());
        Optional<Procedure> procedure = procedureOf(claim);
        Optional<FilingRefusal> refusal = findObstacle(claim, recording, line, procedure)
                .or(() -> findDoubt(wish, row.get(), claim, line.orElseThrow()));
        if (refusal.isEmpty()) {
            carryOut(wish, row.get(), line.orElseThrow(), visit(wish, claim, recording, line.get(), procedure.get()));
        } else {
            line.ifPresent(found ->
                    note(wish, found, "refused", Map.of("why", refusal.get().name())));
        }
        return refusal;
    }

    private Optional<FilingRefusal> findObstacle(
            RecordingClaimEntity claim,
            StoredRecording recording,
            Optional<WorklistLine> line,
            Optional<Procedure> procedure) {
        if (recording.sealed().isEmpty()) {
            return Optional.of(FilingRefusal.NOT_SEALED);
        }
        if (line.isEmpty()) {
            return Optional.of(FilingRefusal.ORDER_UNKNOWN);
        }
        Order order = line.get().order();
        boolean own = sessions.find(claim.sessionId)
                .filter(session -> session.orderId().equals(order.id()))
                .isPresent();
        if (order.state() != Order.State.OPEN && !(own && order.state() == Order.State.DONE)) {
            return Optional.of(FilingRefusal.ORDER_NOT_OPEN);
        }
        if (filing.findOtherAtWork(order.id(), claim.sessionId).isPresent()) {
            return Optional.of(FilingRefusal.ORDER_BUSY);
        }
        return procedure.isEmpty() ? Optional.of(FilingRefusal.PROCEDURE_UNKNOWN) : Optional.empty();
    }

    private Optional<FilingRefusal> findDoubt(
            FilingWish wish, FilingEntity row, RecordingClaimEntity claim, WorklistLine line) {
        boolean scanned = !wish.scanned().isEmpty();
        if (scanned && !wish.scanned().equalsIgnoreCase(line.patient().recordNumber())) {
            return Optional.of(FilingRefusal.SCAN_DIFFERS);
        }
        if (!differs(row, claim, line)) {
            return Optional.empty();
        }
        if (!scanned) {
            return Optional.of(FilingRefusal.SCAN_NEEDED);
        }
        return wish.reason().length() < SHORTEST_REASON ? Optional.of(FilingRefusal.REASON_NEEDED) : Optional.empty();
    }

    /** Whether filing it there goes against anything that is known. */
    static boolean differs(FilingEntity row, RecordingClaimEntity claim, WorklistLine line) {
        return !row.differences().isEmpty()
                || !Comparison.of(claim.claim(), line).isEmpty();
    }

    private Optional<Procedure> procedureOf(RecordingClaimEntity claim) {
        String variant = sessions.find(claim.sessionId).map(BedSession::variant).orElse(claim.procedure);
        return Procedures.find(variant);
    }

    private static FiledVisit visit(
            FilingWish wish,
            RecordingClaimEntity claim,
            StoredRecording recording,
            WorklistLine line,
            Procedure procedure) {
        return new FiledVisit(
                claim.sessionId,
                line.order().id(),
                line.patient().id(),
                claim.bedId,
                claim.agentId,
                procedure,
                wish.by(),
                claim.startedAt,
                claim.startedAt.plus(recording.sealed().orElseThrow().length()));
    }

    private void carryOut(FilingWish wish, FilingEntity row, WorklistLine line, FiledVisit visit) {
        IdentityConfirmation.Method method =
                wish.scanned().isEmpty() ? IdentityConfirmation.Method.ASKED : IdentityConfirmation.Method.SCANNED;
        String differences = row.differences;
        row.state = FilingState.FILED;
        row.orderId = line.order().id();
        row.orderNumber = line.order().orderNumber();
        row.patientNumber = line.patient().recordNumber();
        row.filedBy = wish.by();
        row.filedAt = clock.instant();
        row.method = method;
        row.reason = wish.reason().isEmpty() ? null : wish.reason();
        orders.confirmIdentity(line.order().id(), wish.by(), method);
        filing.file(visit);
        filed.fire(new RecordingFiled(wish.recordingId(), visit.sessionId()));
        note(
                wish,
                line,
                "done",
                Map.of(
                        "method", method.name(),
                        "session", visit.sessionId().toString(),
                        "differences", differences));
    }

    private void note(FilingWish wish, WorklistLine line, String outcome, Map<String, String> facts) {
        var detail = new java.util.TreeMap<>(facts);
        detail.put("order", line.order().id().toString());
        audit.record(
                "recording.file",
                "recording",
                wish.recordingId().toString(),
                Optional.of(line.patient().id()),
                outcome,
                detail);
    }

    /** Recordings that wait for a person. */
    @Transactional
    public long countWaiting() {
        return table.countWaiting();
    }

    /** Orders that may be meant, those first of which both numbers match. */
    @Transactional
    public List<WorklistLine> candidates(UUID recordingId, String alsoOrder) {
        RecordingClaimEntity claim = table.findClaim(recordingId).orElseThrow();
        var found = new java.util.LinkedHashMap<UUID, WorklistLine>();
        sessions.find(claim.sessionId)
                .flatMap(session -> orders.line(session.orderId()))
                .ifPresent(own -> found.put(own.order().id(), own));
        for (String number : List.of(claim.orderNumber, alsoOrder)) {
            orders.withNumbers(number, number.equals(claim.orderNumber) ? claim.patientNumber : "").stream()
                    .filter(line -> line.order().state() == Order.State.OPEN)
                    .forEach(line -> found.putIfAbsent(line.order().id(), line));
        }
        return found.values().stream()
                .sorted(java.util.Comparator.comparing(line -> !Comparison.bothMatch(claim.claim(), line)))
                .toList();
    }
}
