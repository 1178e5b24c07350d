package org.neuroward.report.content;

/** Where a version stands. What is final is never changed; a correction is a new version. */
public enum ReportStatus {
    DRAFT,
    FINAL
}
