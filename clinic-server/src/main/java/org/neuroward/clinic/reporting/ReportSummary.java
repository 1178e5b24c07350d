package org.neuroward.clinic.reporting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.report.content.ReportStatus;

/**
 * A report as a list shows it.
 *
 * @param recordingEndedAt from which its age is counted
 * @param signedAt present exactly when final
 * @param lastAuthor name of the person who wrote in it last; empty while only the program has
 */
public record ReportSummary(
        UUID id,
        UUID sessionId,
        UUID patientId,
        String protocolId,
        ReportStatus state,
        Instant recordingEndedAt,
        Optional<Instant> signedAt,
        Quality quality,
        boolean simulated,
        Optional<String> lastAuthor) {

    /** @param refused whether too little could be used for any number */
    public record Quality(String grade, double index, boolean refused) {}

    public boolean isFinal() {
        return state == ReportStatus.FINAL;
    }

    /** Time since the end of the recording; a final report stopped ageing when it was signed. */
    public Duration age(Instant now) {
        return Duration.between(recordingEndedAt, signedAt.orElse(now));
    }
}
