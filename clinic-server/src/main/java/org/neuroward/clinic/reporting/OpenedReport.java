package org.neuroward.clinic.reporting;

import java.util.Optional;
import org.neuroward.report.content.ReportStatus;

/** A report with its newest revision. */
record OpenedReport(ReportEntity report, RevisionEntity revision) {

    boolean isFinal() {
        return report.state == ReportStatus.FINAL;
    }

    /** What stands against a change by someone who has seen {@code seenRevision}; empty when nothing does. */
    Optional<EditOutcome> hindrance(int seenRevision) {
        if (isFinal()) {
            return Optional.of(new EditOutcome.AlreadySigned());
        }
        if (report.revision != seenRevision) {
            String name = revision.authorName == null ? "" : revision.authorName;
            return Optional.of(new EditOutcome.ChangedMeanwhile(name, revision.createdAt));
        }
        return Optional.empty();
    }
}
