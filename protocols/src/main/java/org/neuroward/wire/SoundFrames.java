package org.neuroward.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Every sound frame of a log in order of frames: what is damaged or missing between them is passed over and counted, never
 * repaired. It shows the log as it was when opened, and may be read while another program writes it. Belongs to one thread.
 */
public final class SoundFrames implements Closeable {

    private final List<Path> segments;
    private final UUID recordingId;
    private int number;
    private SegmentReader reader;
    private long nextIndex;
    private long lastOffset;
    private int damages;

    private SoundFrames(List<Path> segments, int number, UUID recordingId, long fromFrame) throws IOException {
        this.segments = segments;
        this.number = number;
        this.recordingId = recordingId;
        this.nextIndex = fromFrame;
        this.reader = new SegmentReader(segments.get(number));
    }

    /**
     * @param logs folders that may each hold a folder of this recording, one for each disk that it was written to
     * @param fromFrame first frame that is asked for
     * @throws NoSuchFileException when none of them holds a part of the recording
     */
    public static SoundFrames open(List<Path> logs, UUID recordingId, long fromFrame) throws IOException {
        List<Path> segments = segments(logs, recordingId);
        int first = segments.size() - 1;
        while (first > 0 && Segments.firstFrame(segments.get(first)) > fromFrame) {
            first--;
        }
        return new SoundFrames(segments, first, recordingId, fromFrame);
    }

    /**
     * Starts with the first frame of the last segment, or of an earlier one.
     *
     * @param back segments before the last one; beyond the first one it starts there
     */
    public static SoundFrames openLast(List<Path> logs, UUID recordingId, int back) throws IOException {
        List<Path> segments = segments(logs, recordingId);
        int first = Math.max(0, segments.size() - 1 - back);
        return new SoundFrames(segments, first, recordingId, Segments.firstFrame(segments.get(first)));
    }

    private static List<Path> segments(List<Path> logs, UUID recordingId) throws IOException {
        List<Path> folders = Segments.folders(logs, recordingId);
        List<Path> segments = Segments.list(folders);
        if (segments.isEmpty()) {
            throw new NoSuchFileException(Segments.path(folders.getFirst(), 0).toString());
        }
        return segments;
    }

    /** The next sound frame: its index may be beyond {@link #nextIndex()}. Empty at the end. */
    public Optional<Frame> next() throws IOException {
        while (reader != null) {
            Optional<Frame> frame = readHere();
            if (frame.isEmpty() || frame.get().index() >= firstOfNextSegment()) {
                enterNextSegment();
            } else if (frame.get().index() >= nextIndex
                    && frame.get().recordingId().equals(recordingId)) {
                nextIndex = frame.get().index() + 1;
                return frame;
            }
        }
        return Optional.empty();
    }

    private Optional<Frame> readHere() throws IOException {
        while (true) {
            lastOffset = reader.offset();
            try {
                return reader.next();
            } catch (FrameException e) {
                SegmentTail tail = SegmentTail.of(reader.path(), reader.offset());
                boolean last = number == segments.size() - 1;
                if (!tail.isClean() && !(last && tail.isTorn())) {
                    damages++;
                }
                if (tail.soundFrame().isEmpty()) {
                    return Optional.empty();
                }
                reader.seek(tail.soundFrame().getAsLong());
            }
        }
    }

    private long firstOfNextSegment() {
        return number + 1 < segments.size() ? Segments.firstFrame(segments.get(number + 1)) : Long.MAX_VALUE;
    }

    private void enterNextSegment() throws IOException {
        reader.close();
        number++;
        reader = number < segments.size() ? new SegmentReader(segments.get(number)) : null;
    }

    /** Index behind the frame that was read last. */
    public long nextIndex() {
        return nextIndex;
    }

    /** Places so far where bytes are no frame; a frame torn at the very end is none. */
    public int damages() {
        return damages;
    }

    /** Segment file of the frame that was read last. */
    Path lastSegment() {
        return reader.path();
    }

    /** First byte, in its segment, of the frame that was read last. */
    long lastOffset() {
        return lastOffset;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
