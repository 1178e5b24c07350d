package org.neuroward.clinic.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.access.PasswordCheck;
import org.neuroward.clinic.audit.AuditTrail;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.Signature;

/** Makes a draft final: the signer proves identity anew, and everything that is issued comes into being at once. */
@ApplicationScoped
class Signing {

    private final ReportStore store;
    private final SigningAttempts attempts;
    private final PasswordCheck passwords;
    private final ReportForms forms;
    private final SignedReports signed;
    private final AuditTrail audit;
    private final ReportTime time;

    Signing(
            ReportStore store,
            SigningAttempts attempts,
            PasswordCheck passwords,
            ReportForms forms,
            SignedReports signed,
            AuditTrail audit,
            ReportTime time) {
        this.store = store;
        this.attempts = attempts;
        this.passwords = passwords;
        this.forms = forms;
        this.signed = signed;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Signs the report with these words.
     *
     * @param seenRevision the revision that the signer has read
     */
    EditOutcome sign(UUID reportId, int seenRevision, String text, Author signer, String password) {
        OpenedReport opened = store.open(reportId);
        return opened.hindrance(seenRevision)
                .or(() -> Reviewing.faultIn(text))
                .or(() -> identityDoubt(opened.report(), signer, password))
                .orElseGet(() -> issue(opened, text, signer));
    }

    private Optional<EditOutcome> identityDoubt(ReportEntity report, Author signer, String password) {
        return switch (attempts.begin(signer.id(), report.id)) {
            case SigningAttempts.Permit.Locked locked -> {
                recordRefusal(report, "too-many-attempts");
                yield Optional.of(new EditOutcome.Locked(locked.until()));
            }
            case SigningAttempts.Permit.Granted granted
            when passwords.matches(signer.id(), password) -> {
                attempts.accept(granted.attemptId());
                yield Optional.empty();
            }
            case SigningAttempts.Permit.Granted granted -> {
                recordRefusal(report, "wrong-password");
                yield Optional.of(new EditOutcome.WrongPassword(granted.left()));
            }
        };
    }

    // Rendering takes seconds at worst, so it happens before the row is locked; the lock then checks the revision
    // again.
    private EditOutcome issue(OpenedReport opened, String text, Author signer) {
        OffsetDateTime now = time.now();
        ReportDocument worded = Reviewing.worded(opened.revision().toDocument(), text, signer, now);
        ReportDocument issued =
                worded.signed(signer.toPerson(), Signature.Meaning.REVIEW_AND_APPROVAL, "password", now);
        List<Rendition> renditions = forms.all(issued);
        return signed.store(opened, worded, issued, renditions, signer);
    }

    private void recordRefusal(ReportEntity report, String reason) {
        audit.record(
                "report.sign",
                "reports",
                report.id.toString(),
                Optional.of(report.patientId),
                "refused",
                Map.of("reason", reason));
    }
}
