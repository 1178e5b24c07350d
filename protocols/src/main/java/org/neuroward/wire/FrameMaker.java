package org.neuroward.wire;

import java.util.Objects;
import java.util.UUID;

/** Numbers the frames of one recording, one after the other. Belongs to one thread. */
public final class FrameMaker {

    private final UUID recordingId;
    private long nextIndex;

    /** @param nextIndex index of the first frame to be made; 0 for a new recording */
    public FrameMaker(UUID recordingId, long nextIndex) {
        this.recordingId = Objects.requireNonNull(recordingId);
        this.nextIndex = nextIndex;
    }

    public Frame make(FrameContent content, FramePosition position, FrameTime time) {
        int flags = content instanceof FrameContent.Event event && event.planned() ? FrameHeader.PLANNED_DURATION : 0;
        var header = new FrameHeader(recordingId, nextIndex, ContentCodec.typeOf(content), flags, position, time);
        var frame = new Frame(header, ContentCodec.encode(content));
        nextIndex++;
        return frame;
    }
}
