package org.neuroward.report.content;

/** What a reader must not conclude from the report. The list is closed; the sentences are in {@code report.wording}. */
public enum Limitation {
    TRACING_NOT_READ,
    NO_NORM,
    ARTIFACTS_LEFT_OUT,
    HIGH_FREQUENCIES_MUSCLE,
    STATE_NOT_ASSESSED,
    UNMARKED_CONDITION,
    QUALITY_AMBER,
    PASSWORD_SIGNATURE
}
