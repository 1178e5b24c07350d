package org.neuroward.wire;

import java.util.Optional;

/** What a frame carries. Code 7 is kept for changes of the device's settings. */
public enum FrameType {
    /** Counts of one stream. */
    DATA(1),
    /** Samples that are known to be missing. */
    GAP(2),
    /** A remark at a time of the recording. */
    EVENT(3),
    /** What is recorded; always frame 0. */
    DESC(4),
    /** A reading of the agent's wall clock. */
    CLOCK(5),
    /** Why the recording ended; always the last frame. */
    END(8),
    /** What was measured of the electrodes. */
    IMPEDANCE(6),
    /** What came twice, too late or unreadable so far. */
    TALLY(9);

    private final int code;

    FrameType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Optional<FrameType> find(int code) {
        for (FrameType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
