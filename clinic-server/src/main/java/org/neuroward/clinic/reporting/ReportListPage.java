package org.neuroward.clinic.reporting;

import java.util.List;
import java.util.UUID;

/**
 * What the list of reports shows.
 *
 * @param emptySentence what to say when there are no rows
 * @param previous address of the page before, empty when this is the first
 * @param next address of the page after, empty when this is the last
 */
record ReportListPage(
        List<ReportRow> rows,
        List<Tab> tabs,
        List<Failure> failures,
        String emptySentence,
        String range,
        String previous,
        String next) {

    /** One choice of the filter by state. */
    record Tab(String code, String name, long count, boolean current) {}

    /** A recording without a report, because it could not be scored. */
    record Failure(UUID recordingId, String recordedAt, String patient, String reason) {}

    public boolean severalPages() {
        return !previous.isEmpty() || !next.isEmpty();
    }
}
