package org.neuroward.eeglab;

import java.util.Locale;

/** Why a dataset is refused. The sentence for each, in two languages, stands in {@code messages.properties}. */
public enum EeglabProblem {
    /** HDF5: MATLAB 7.3. */
    MATLAB_73,
    NOT_MATLAB_5,
    /** Values of MATLAB's own classes, such as string or table; how they are stored is not published. */
    MATLAB_OBJECTS,
    /** Sizes that contradict each other, or an end ahead of time. */
    DAMAGED,
    /** Larger, with more values, or nested deeper than this reader agrees to hold in memory. */
    TOO_MUCH,
    NO_DATASET,
    FIELD_MISSING,
    FIELD_UNUSABLE,
    EPOCHED,
    CHANNELS_DISAGREE,
    DATA_FILE_MISSING,
    DATA_FILE_OLD,
    NO_DATA,
    /** Fewer samples than announced. */
    TRUNCATED,
    /** The matrix has another size than the dataset announces. */
    SIZE_DISAGREES;

    /** Stable, lower case, for machines. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
