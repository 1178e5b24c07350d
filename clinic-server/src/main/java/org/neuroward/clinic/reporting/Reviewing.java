package org.neuroward.clinic.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.audit.AuditTrail;
import org.neuroward.report.content.Impression;
import org.neuroward.report.content.ReportDocument;

/** The reviewer's words: saved as a new revision each time, refused when someone else was faster. */
@ApplicationScoped
class Reviewing {

    private final ReportStore store;
    private final AuditTrail audit;
    private final ReportTime time;

    Reviewing(ReportStore store, AuditTrail audit, ReportTime time) {
        this.store = store;
        this.audit = audit;
        this.time = time;
    }

    /** @param seenRevision the revision that the author has edited */
    @Transactional
    EditOutcome save(UUID reportId, int seenRevision, String text, Author author) {
        OpenedReport opened = store.openToChange(reportId);
        Optional<EditOutcome> hindrance = opened.hindrance(seenRevision).or(() -> faultIn(text));
        return hindrance.orElseGet(() -> saved(opened, text, author));
    }

    private EditOutcome saved(OpenedReport opened, String text, Author author) {
        OffsetDateTime now = time.now();
        ReportDocument present = opened.revision().toDocument();
        ReportDocument worded = worded(present, text, author, now);
        if (!worded.equals(present)) {
            store.addRevision(opened.report(), worded, author, now.toInstant());
            recordSaved(opened.report());
        }
        return new EditOutcome.Saved(opened.report().revision, now.toInstant());
    }

    void recordSaved(ReportEntity report) {
        audit.record(
                "report.impression.save",
                "reports",
                report.id.toString(),
                Optional.of(report.patientId),
                "done",
                Map.of("revision", Integer.toString(report.revision)));
    }

    /** The document with these words; the very same document when it has them already. */
    static ReportDocument worded(ReportDocument present, String text, Author author, OffsetDateTime at) {
        var impression = new Impression(text, author.toPerson(), at);
        boolean same = present.impression()
                .filter(old -> old.text().equals(impression.text()))
                .isPresent();
        return same ? present : present.withImpression(impression);
    }

    static Optional<EditOutcome> faultIn(String text) {
        if (text.isBlank()) {
            return Optional.of(new EditOutcome.ImpressionMissing());
        }
        if (text.strip().length() > Impression.LONGEST) {
            return Optional.of(new EditOutcome.ImpressionTooLong(Impression.LONGEST));
        }
        if (text.codePoints().anyMatch(Reviewing::unprintable)) {
            return Optional.of(new EditOutcome.ImpressionUnprintable());
        }
        return Optional.empty();
    }

    private static boolean unprintable(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        return Character.isISOControl(character) && !layout || Character.getType(character) == Character.SURROGATE;
    }
}
