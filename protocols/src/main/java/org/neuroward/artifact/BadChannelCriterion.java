package org.neuroward.artifact;

/** What makes a channel bad for a whole recording, with its code in results. */
public enum BadChannelCriterion {
    /** Holds a value that is no number. */
    NOT_A_NUMBER("bad-nan"),
    /** No variation at all. */
    FLAT("bad-flat"),
    /** Amplitude far from that of the others. */
    DEVIATION("bad-deviation"),
    /** More above 50 Hz, against what lies below, than the others. */
    HIGH_FREQUENCY("bad-high-frequency"),
    /** Goes with no other channel. */
    LOW_CORRELATION("bad-low-correlation"),
    /** Stands still now and again. */
    DROPOUT("bad-dropout"),
    /** Both of high frequency and of low correlation. */
    SIGNAL_TO_NOISE("bad-signal-to-noise"),
    /** More power in a band than the others. */
    SPECTRUM("bad-spectrum"),
    /** Not what random subsets of the other channels say that it should be (RANSAC). */
    UNPREDICTED("bad-ransac"),
    /** Shows the heart. */
    HEARTBEAT("bad-ecg");

    private final String code;

    BadChannelCriterion(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
