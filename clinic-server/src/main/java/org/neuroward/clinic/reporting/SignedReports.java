package org.neuroward.clinic.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.clinic.audit.AuditTrail;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.Signature;

/** Stores a signed report with its signature, its forms and its trace in one transaction: all of it, or nothing. */
@ApplicationScoped
class SignedReports {

    private final ReportStore store;
    private final Reviewing reviewing;
    private final AuditTrail audit;

    SignedReports(ReportStore store, Reviewing reviewing, AuditTrail audit) {
        this.store = store;
        this.reviewing = reviewing;
        this.audit = audit;
    }

    /** @param worded the document as it was before the signature; stored first when nobody had saved it */
    @Transactional
    EditOutcome store(
            OpenedReport seen,
            ReportDocument worded,
            ReportDocument issued,
            List<Rendition> renditions,
            Author signer) {
        OpenedReport present = store.openToChange(seen.report().id);
        Optional<EditOutcome> hindrance = present.hindrance(seen.report().revision);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        ReportEntity report = present.report();
        Signature signature = issued.signature().orElseThrow();
        Instant at = signature.signedAt().toInstant();
        if (!worded.equals(present.revision().toDocument())) {
            store.addRevision(report, worded, signer, at);
            reviewing.recordSaved(report);
        }
        RevisionEntity revision = store.addRevision(report, issued, signer, at);
        report.signedAt = at;
        report.signedBy = signer.id();
        store.addSignature(SignatureEntity.of(signature, revision, signer));
        renditions.forEach(rendition -> store.addRendition(revision.key, rendition));
        record(report, revision);
        return new EditOutcome.Signed(at);
    }

    private void record(ReportEntity report, RevisionEntity revision) {
        audit.record(
                "report.sign",
                "reports",
                report.id.toString(),
                Optional.of(report.patientId),
                "done",
                Map.of(
                        "revision", Integer.toString(report.revision),
                        "version", Integer.toString(report.version),
                        "sha256", revision.sha256));
    }
}
