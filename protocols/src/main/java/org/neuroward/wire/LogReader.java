package org.neuroward.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Reads a recording log in order of frames, also while it grows. Belongs to one thread. */
public final class LogReader implements Closeable {

    private final Path folder;
    private final UUID recordingId;
    private final LongSupplier endFrame;
    private SegmentReader segment;
    private long nextIndex;
    private long lastOffset;

    LogReader(Path folder, UUID recordingId, long fromFrame, LongSupplier endFrame) throws IOException {
        this.folder = folder;
        this.recordingId = recordingId;
        this.endFrame = endFrame;
        this.segment = new SegmentReader(Segments.holding(folder, fromFrame));
        this.nextIndex = Segments.firstFrame(segment.path());
        while (nextIndex < fromFrame && segment.skip()) {
            nextIndex++;
        }
        if (nextIndex < fromFrame) {
            segment.close();
            throw new IllegalArgumentException(
                    "the log must reach the frame to read from: from=" + fromFrame + ", frames=" + nextIndex);
        }
    }

    /**
     * Reads a log that another program may be writing: it seems to end before a frame that is not yet whole.
     *
     * @param logs folder that holds a folder for each recording
     */
    public static LogReader open(Path logs, UUID recordingId, long fromFrame) throws IOException {
        return new LogReader(logs.resolve(recordingId.toString()), recordingId, fromFrame, () -> Long.MAX_VALUE);
    }

    /** Index of the frame that {@link #next()} gives. */
    public long nextIndex() {
        return nextIndex;
    }

    /** The next frame, or empty at the end; ask again when the log has grown. */
    public Optional<Frame> next() throws IOException {
        if (nextIndex >= endFrame.getAsLong()) {
            return Optional.empty();
        }
        Optional<Frame> frame = read();
        if (frame.isEmpty() && enterNextSegment()) {
            frame = read();
        }
        if (frame.isPresent()) {
            check(frame.get());
            nextIndex++;
        }
        return frame;
    }

    private Optional<Frame> read() throws IOException {
        lastOffset = segment.offset();
        try {
            return segment.next();
        } catch (FrameException e) {
            boolean lastFrame = segment.remaining() <= Frame.LARGEST_FRAME_BYTES;
            if (endFrame.getAsLong() == Long.MAX_VALUE && lastFrame && !nextSegmentExists()) {
                return Optional.empty();
            }
            throw new LogDamagedException(segment.path(), segment.offset(), e.getMessage());
        }
    }

    private boolean nextSegmentExists() {
        return Files.exists(Segments.path(folder, nextIndex)) && Segments.firstFrame(segment.path()) != nextIndex;
    }

    private boolean enterNextSegment() throws IOException {
        if (!nextSegmentExists()) {
            return false;
        }
        segment.close();
        segment = new SegmentReader(Segments.path(folder, nextIndex));
        return true;
    }

    private void check(Frame frame) throws LogDamagedException {
        if (!frame.recordingId().equals(recordingId) || frame.index() != nextIndex) {
            throw new LogDamagedException(
                    segment.path(),
                    lastOffset,
                    "expected frame " + nextIndex + " of " + recordingId + ", found " + frame);
        }
    }

    /** Segment file of the frame that was read last. */
    Path lastSegment() {
        return segment.path();
    }

    /** First byte, in its segment, of the frame that was read last. */
    long lastOffset() {
        return lastOffset;
    }

    @Override
    public void close() throws IOException {
        segment.close();
    }
}
