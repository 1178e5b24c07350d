package org.neuroward.clinic.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.neuroward.clinic.audit.AuditTrail;
import org.neuroward.clinic.record.Orders;
import org.neuroward.clinic.record.WorklistLine;
import org.neuroward.clinic.session.BedSession;
import org.neuroward.clinic.session.SessionFiling;
import org.neuroward.clinic.session.Sessions;
import org.neuroward.wire.PatientClaim;

/**
 * Asked before each step from a recording to a patient's report: whether order, patient and recording still bear the same
 * numbers. What a person has filed is held against the numbers that the person saw.
 */
@ApplicationScoped
public class IdentityGuard {

    private final FilingTable table;
    private final Sessions sessions;
    private final SessionFiling filing;
    private final Orders orders;
    private final AuditTrail audit;

    IdentityGuard(FilingTable table, Sessions sessions, SessionFiling filing, Orders orders, AuditTrail audit) {
        this.table = table;
        this.sessions = sessions;
        this.filing = filing;
        this.orders = orders;
        this.audit = audit;
    }

    /** Recordings that no one may score now. */
    @Transactional
    public Set<UUID> waiting() {
        return table.waiting().stream().map(held -> held.recordingId).collect(Collectors.toSet());
    }

    /** Whether the recording's result may go on to its patient. When something differs it is held, and a person must look. */
    @Transactional
    public boolean clears(UUID recordingId) {
        Optional<RecordingClaimEntity> claim = table.findClaim(recordingId);
        Optional<FilingEntity> decided = table.findToChange(recordingId);
        if (decided.filter(row -> row.state != FilingState.FILED).isPresent()) {
            return false;
        }
        // Recordings from before claims were kept have none, and nothing to hold against.
        return claim.isEmpty() || agrees(claim.get(), decided);
    }

    private boolean agrees(RecordingClaimEntity claim, Optional<FilingEntity> decided) {
        BedSession session = sessions.get(claim.sessionId);
        PatientClaim expected = decided.map(row -> new PatientClaim(row.orderNumber, row.patientNumber, ""))
                .orElse(claim.claim());
        WorklistLine line = orders.line(session.orderId()).orElseThrow();
        var differences = new ArrayList<>(Comparison.of(expected, line));
        if (!line.patient().id().equals(session.patientId())) {
            differences.add(Difference.ORDER_MOVED);
        }
        if (!differences.isEmpty()) {
            hold(claim.recordingId, session, differences);
        }
        return differences.isEmpty();
    }

    /** Keeps the recording from its patient until a person has looked; runs in the caller's transaction. */
    void hold(UUID recordingId, BedSession session, List<Difference> differences) {
        filing.hold(session.id());
        table.await(recordingId, FilingState.HELD, differences);
        audit.record(
                "recording.hold",
                "recording",
                recordingId.toString(),
                Optional.of(session.patientId()),
                "refused",
                Map.of("session", session.id().toString(), "differences", FilingEntity.codes(differences)));
    }
}
