package org.neuroward.wire;

import java.util.Objects;
import java.util.UUID;

/**
 * Everything about a frame but its payload.
 *
 * @param frameIndex the recording's own contiguous numbering over all types and streams, from 0
 * @param flags {@link #PLANNED_DURATION} or 0
 */
public record FrameHeader(
        UUID recordingId, long frameIndex, FrameType type, int flags, FramePosition position, FrameTime time) {

    /** The duration of an event is a plan: it ends with the recording if that ends earlier. */
    public static final int PLANNED_DURATION = 1;

    public FrameHeader {
        Objects.requireNonNull(recordingId);
        Objects.requireNonNull(type);
        Objects.requireNonNull(position);
        Objects.requireNonNull(time);
        if (frameIndex < 0) {
            throw new IllegalArgumentException("frame index must not be negative: " + frameIndex);
        }
        if (flags != 0 && (flags != PLANNED_DURATION || type != FrameType.EVENT)) {
            throw new IllegalArgumentException(
                    "the only flag of version 1 marks an event's planned duration: flags=" + flags + ", type=" + type);
        }
    }
}
