package org.neuroward.wire;

/** Why samples are missing. Codes are part of the wire: they never change. */
public enum GapCause {
    /** The source itself states the gap, as a discontinuous file does. */
    SOURCE(1),
    /** The device's counter jumped. */
    COUNTER(2),
    /** The device was away and came back. */
    RECONNECTED(3),
    /** The bedside computer slept. */
    SLEPT(4),
    /** The agent's disk did not take samples in time. */
    OVERFLOW(5),
    /** The agent was not running. */
    RESTARTED(6),
    /** The device's time stamps jumped; it has no counter. */
    STAMPS(7),
    /** What came from the device could not be read. */
    DAMAGED(8),
    /** The bedside disk failed. */
    DISK(9),
    /** The amplifier measured impedance: what it delivered was no EEG. */
    IMPEDANCE(10);

    private final int code;

    GapCause(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static GapCause of(int code) throws FrameException {
        for (GapCause cause : values()) {
            if (cause.code == code) {
                return cause;
            }
        }
        throw new FrameException(FrameException.Kind.BAD_PAYLOAD, "gap cause is unknown: " + code);
    }
}
