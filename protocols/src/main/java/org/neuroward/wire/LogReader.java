package org.neuroward.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Reads a recording log in order of frames, also while it grows. Belongs to one thread.
 *
 * <p>The segments may lie in several folders, one for each disk that the recording was written to. Where one starts before
 * another one ends, as after a disk that failed, both have the same frames.
 */
public final class LogReader implements Closeable {

    private static final long UNKNOWN_END = Long.MAX_VALUE;

    private final List<Path> folders;
    private final UUID recordingId;
    private final LongSupplier endFrame;
    private SegmentReader segment;
    private long nextIndex;
    private long lastOffset;
    private String unsound;

    LogReader(List<Path> folders, UUID recordingId, long fromFrame, LongSupplier endFrame) throws IOException {
        this.folders = List.copyOf(folders);
        this.recordingId = recordingId;
        this.endFrame = endFrame;
        this.segment = enter(Segments.holding(folders, fromFrame), fromFrame);
        this.nextIndex = fromFrame;
    }

    /**
     * Reads a log that another program may be writing: it seems to end before a frame that is not yet whole.
     *
     * @param logs folder that holds a folder for each recording
     */
    public static LogReader open(Path logs, UUID recordingId, long fromFrame) throws IOException {
        return open(List.of(logs), recordingId, fromFrame);
    }

    /** The same for a log on several disks. */
    public static LogReader open(List<Path> logs, UUID recordingId, long fromFrame) throws IOException {
        return new LogReader(Segments.folders(logs, recordingId), recordingId, fromFrame, () -> UNKNOWN_END);
    }

    /** @param endFrame frames below it are in the log: what cannot be read there is damaged */
    public static LogReader open(List<Path> logs, UUID recordingId, long fromFrame, LongSupplier endFrame)
            throws IOException {
        return new LogReader(Segments.folders(logs, recordingId), recordingId, fromFrame, endFrame);
    }

    /** A reader before {@code frameIndex}; damage between the segment's beginning and that frame does not matter. */
    private static SegmentReader enter(Path path, long frameIndex) throws IOException {
        var reader = new SegmentReader(path);
        try {
            long index = Segments.firstFrame(path);
            while (index < frameIndex) {
                index = skipOne(reader, index);
            }
            if (index > frameIndex) {
                throw new LogDamagedException(path, reader.offset(), "frame " + frameIndex + " is not there");
            }
            return reader;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Index of the frame behind the one that was passed over; a higher one behind damage. */
    private static long skipOne(SegmentReader reader, long index) throws IOException {
        OptionalLong sound = OptionalLong.empty();
        try {
            if (reader.skip()) {
                return index + 1;
            }
        } catch (FrameException e) {
            SegmentTail tail = SegmentTail.of(reader.path(), reader.offset());
            if (!tail.isClean() && tail.soundFrame().isEmpty()) {
                throw new LogDamagedException(reader.path(), reader.offset(), e.getMessage());
            }
            sound = tail.soundFrame();
        }
        if (sound.isEmpty()) {
            throw new IllegalArgumentException(
                    "the log must reach the frame to read from: frames=" + index + ", file=" + reader.path());
        }
        reader.seek(sound.getAsLong());
        long found = reader.next().map(Frame::index).orElse(index);
        reader.seek(sound.getAsLong());
        return found;
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
        if (frame.isEmpty() && enterOtherSegment()) {
            frame = read();
        }
        if (frame.isEmpty() && unsound != null) {
            frame = readWhereUnsound();
        }
        if (frame.isPresent()) {
            nextIndex++;
        }
        return frame;
    }

    private Optional<Frame> read() throws IOException {
        lastOffset = segment.offset();
        unsound = null;
        try {
            Optional<Frame> frame = segment.next();
            if (frame.isEmpty() || isNext(frame.get())) {
                return frame;
            }
            unsound = "expected frame " + nextIndex + " of " + recordingId + ", found " + frame.get();
        } catch (FrameException e) {
            unsound = e.getMessage();
        }
        segment.seek(lastOffset);
        return Optional.empty();
    }

    private boolean isNext(Frame frame) {
        return frame.recordingId().equals(recordingId) && frame.index() == nextIndex;
    }

    private boolean enterOtherSegment() throws IOException {
        Path holding = Segments.holding(folders, nextIndex);
        if (holding.equals(segment.path())) {
            return false;
        }
        SegmentReader other = enter(holding, nextIndex);
        segment.close();
        segment = other;
        return true;
    }

    /** Empty when the log ends here for now; the frame when it became whole meanwhile. */
    private Optional<Frame> readWhereUnsound() throws IOException {
        String what = unsound;
        SegmentTail tail = SegmentTail.of(segment.path(), lastOffset);
        if (endFrame.getAsLong() == UNKNOWN_END && (tail.isClean() || tail.isTorn())) {
            return Optional.empty();
        }
        Optional<Frame> frame = read();
        if (frame.isEmpty()) {
            throw new LogDamagedException(segment.path(), lastOffset, what);
        }
        return frame;
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
