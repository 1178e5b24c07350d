package org.neuroward.clinic.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.audit.AuditTrail;
import org.neuroward.clinic.screening.RecordingScored;
import org.neuroward.clinic.screening.Results;
import org.neuroward.clinic.screening.StoredResult;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.scoring.ResultDocument;

/** Makes the draft of a report as soon as a recording is scored; a refused result gives a report that says so. */
@ApplicationScoped
class Drafting {

    private final ReportStore store;
    private final Results results;
    private final ReportFacts facts;
    private final AuditTrail audit;
    private final ReportTime time;

    Drafting(ReportStore store, Results results, ReportFacts facts, AuditTrail audit, ReportTime time) {
        this.store = store;
        this.results = results;
        this.facts = facts;
        this.audit = audit;
        this.time = time;
    }

    @Transactional
    void draft(@Observes RecordingScored scored) {
        // A job that was interrupted after its draft comes here again.
        if (store.findOfRecording(scored.recordingId()).isEmpty()) {
            add(scored, results.get(scored.resultId()));
        }
    }

    private void add(RecordingScored scored, StoredResult stored) {
        ResultDocument result = stored.document();
        ReportFacts.Account account = facts.of(scored.sessionId());
        var report = new ReportEntity();
        report.id = UUID.randomUUID();
        var document =
                ReportDocument.draft(report.id.toString(), time.now(), account.patient(), account.session(), result);
        report.sessionId = scored.sessionId();
        report.recordingId = scored.recordingId();
        report.resultId = stored.id();
        report.patientId = account.patientId();
        report.protocolId = result.protocol().id();
        report.recordingEndedAt = account.endedAt();
        report.createdAt = document.draftedAt().toInstant();
        report.qualityGrade = result.quality().grade();
        report.qualityIndex = result.quality().index();
        report.refused = result.refusal().isPresent();
        report.simulated = account.patient().simulated();
        store.addDraft(report, document);
        audit.record(
                "report.draft",
                "reports",
                report.id.toString(),
                Optional.of(report.patientId),
                "done",
                Map.of("resultSha256", stored.sha256()));
    }
}
