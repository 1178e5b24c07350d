package org.neuroward.brainvision;

import java.util.Locale;

/** Why a file is refused. The sentence for each, in two languages, stands in {@code messages.properties}. */
public enum BrainVisionProblem {
    NOT_BRAINVISION,
    HEADER_TOO_LARGE,
    MARKERS_TOO_LARGE,
    LINE_MISSING,
    NOT_A_NUMBER,
    OUT_OF_RANGE,
    NOT_SUPPORTED,
    /** A channel of the announced number has no line, or a line has no channel. */
    CHANNELS_DISAGREE,
    DATA_FILE_MISSING,
    NO_DATA,
    /** Fewer samples than announced. */
    TRUNCATED,
    /** Channel after channel, and the size of the file is no multiple of the number of channels. */
    SIZE_DISAGREES,
    /** More markers, breaks or holes than this reader agrees to hold in memory. */
    TOO_MUCH;

    /** Stable, lower case, for machines. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
