package org.neuroward.clinic.reporting;

import java.util.UUID;

/**
 * One line of a list of reports, in the reader's language.
 *
 * @param stateCode {@code draft} or {@code final}
 * @param age since the recording's end; of a signed report, how long it took
 * @param who wrote last
 * @param link whether the reader may open it
 * @param issued whether it is signed, so that its forms can be had
 */
record ReportRow(
        UUID id,
        String stateCode,
        String state,
        String age,
        String patient,
        boolean simulated,
        String protocol,
        String qualityGrade,
        String quality,
        String recordedAt,
        String who,
        boolean link,
        boolean issued) {

    /** Class of the badge that tells the quality; the word beside the number tells it too. */
    public String qualityBadge() {
        return badgeOf(qualityGrade);
    }

    static String badgeOf(String grade) {
        return switch (grade) {
            case "green" -> "good";
            case "amber" -> "warn";
            default -> "bad";
        };
    }
}
