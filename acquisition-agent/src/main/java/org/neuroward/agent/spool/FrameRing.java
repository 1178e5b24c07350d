package org.neuroward.agent.spool;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.neuroward.wire.Frame;

/**
 * The frames that no disk holds durably yet. What a failing disk may have lost is here: it is written again elsewhere, or
 * sent from here when no disk takes it. Bounded in bytes; the frames that it holds have consecutive indexes.
 */
final class FrameRing {

    private final long mostBytes;
    private final Map<Long, Frame> frames = new HashMap<>();
    private long firstIndex;
    private long nextIndex;
    private long bytes;

    /** @param nextIndex of the first frame that will be added */
    FrameRing(long mostBytes, long nextIndex) {
        this.mostBytes = mostBytes;
        this.firstIndex = nextIndex;
        this.nextIndex = nextIndex;
    }

    void add(Frame frame) {
        if (frame.index() != nextIndex) {
            throw new IllegalArgumentException("expected frame " + nextIndex + ", got " + frame);
        }
        frames.put(nextIndex++, frame);
        bytes += frame.encodedBytes();
    }

    /** True when no more samples should be added; the few bytes of a remark or of the end always fit. */
    boolean isFull() {
        return bytes >= mostBytes;
    }

    /** Forgets the frames below {@code index}. */
    void releaseBelow(long index) {
        while (firstIndex < Math.min(index, nextIndex)) {
            bytes -= frames.remove(firstIndex++).encodedBytes();
        }
    }

    /** Index of the oldest frame held; of the next one to come when none is. */
    long firstIndex() {
        return firstIndex;
    }

    long nextIndex() {
        return nextIndex;
    }

    Optional<Frame> find(long index) {
        return Optional.ofNullable(frames.get(index));
    }
}
