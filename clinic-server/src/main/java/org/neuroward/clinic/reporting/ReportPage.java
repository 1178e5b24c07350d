package org.neuroward.clinic.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.neuroward.clinic.record.Patient;

/**
 * What the page of one report shows.
 *
 * @param today in the clinic, from which the patient's age is told
 * @param editable whether the present reader may word and sign it
 * @param stateCode {@code draft} or {@code final}
 * @param content the document as HTML
 * @param characters sentence with {@code %count%} and {@code %longest%}, which the script fills
 * @param signatures none or one
 */
record ReportPage(
        UUID id,
        Patient patient,
        LocalDate today,
        boolean editable,
        String stateCode,
        String state,
        String age,
        String qualityGrade,
        String quality,
        String content,
        int revision,
        String impression,
        int longestImpression,
        String characters,
        String reader,
        List<SignatureBlock> signatures,
        List<Step> history) {

    /** @param sha256 of the signed document's canonical bytes */
    record SignatureBlock(String name, String time, String sha256) {}

    /** One revision, the oldest first. */
    record Step(String what, String who, String time) {}

    /** Class of the badge that tells the quality. */
    public String qualityBadge() {
        return ReportRow.badgeOf(qualityGrade);
    }

    public boolean draft() {
        return signatures.isEmpty();
    }
}
