package org.neuroward.wire;

import java.io.IOException;

/** Bytes that are no frame of this version, or a frame that does not follow the one before it. */
public final class FrameException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the frame. */
    public enum Kind {
        /** Fewer bytes than the frame's own length: a torn write, or a cut message. */
        INCOMPLETE,
        /** Bytes that follow the end of the frame. */
        EXCESS,
        WRONG_MAGIC,
        UNKNOWN_VERSION,
        UNKNOWN_TYPE,
        UNKNOWN_FLAGS,
        TOO_LONG,
        BAD_HEADER_CRC,
        BAD_FRAME_CRC,
        /** The payload is not what its type prescribes. */
        BAD_PAYLOAD,
        /** Another recording's frame. */
        WRONG_RECORDING,
        /** The frame index, or the first sample, is not the one that must come next. */
        WRONG_INDEX
    }

    private final Kind kind;

    FrameException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
