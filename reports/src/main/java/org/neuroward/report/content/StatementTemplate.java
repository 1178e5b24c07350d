package org.neuroward.report.content;

import java.util.List;

/**
 * The closed list of what a program may state in a report (clinical specification 0.3), each with the names of its
 * slots. The sentences are in {@code report.wording}, in every language.
 */
public enum StatementTemplate {
    QUALITY("index", "grade"),
    QUALITY_CAUTION(),
    DATA_USED("condition", "secondsClean", "secondsRecorded", "epochs"),
    DATA_CLEAN("condition", "secondsClean", "secondsRecorded"),
    IAF_PEAK("condition", "hertz", "seconds"),
    IAF_UNAVAILABLE("condition", "reason"),
    REFUSED("reason"),
    NO_NORM(),
    NEITHER_CONFIRMS_NOR_EXCLUDES();

    private final List<String> slots;

    StatementTemplate(String... slots) {
        this.slots = List.of(slots);
    }

    /** Names of the facts that the sentence needs, in the order in which they are stored. */
    public List<String> slots() {
        return slots;
    }
}
