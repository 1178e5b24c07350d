package org.neuroward.wire;

/** Why a recording ended. Codes are part of the wire: they never change. */
public enum EndReason {
    /** Someone ended the session. */
    STOPPED(1),
    /** The recording that was played back came to its end. */
    SOURCE_ENDED(2),
    /** The agent stopped in mid-recording and closed what it had when it came back. */
    AGENT_RESTARTED(3),
    /** The amplifier failed. */
    DEVICE_FAILED(4),
    /** The bedside disk took no more; what it had taken before was closed later. */
    DISK_FAILED(5);

    private final int code;

    EndReason(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static EndReason of(int code) throws FrameException {
        for (EndReason reason : values()) {
            if (reason.code == code) {
                return reason;
            }
        }
        throw new FrameException(FrameException.Kind.BAD_PAYLOAD, "end reason is unknown: " + code);
    }
}
