package org.neuroward.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The frames of one recording on disk, append-only: the agent's spool and the server's recording log.
 *
 * <p>A log is a folder, named after the recording, of segment files. Killed at any instant it is whole again after
 * {@link #open} has cut the one frame that was being written. One thread appends; any thread may {@link #force} and read.
 *
 * <p>After a failed write or force the log takes no more frames: what the disk holds is then unknown, and a second force
 * would not tell. A recording can be continued by {@link #goOn} in another segment, on the same disk or on another one.
 */
public final class RecordingLog implements Closeable {

    private final LogHome home;
    private final Path folder;
    private final UUID recordingId;
    private final Object forcing = new Object();
    private volatile OpenSegments segments;
    private volatile long nextFrameIndex;
    private volatile long durableFrameIndex;
    private volatile boolean ended;
    private volatile boolean failed;
    private long cutBytes;
    private boolean closed;

    private RecordingLog(LogHome home, UUID recordingId) {
        this.home = home;
        this.folder = home.folder(recordingId);
        this.recordingId = recordingId;
    }

    /** Starts a log in a new folder of {@code logs}, whose segments grow with each frame. */
    public static RecordingLog create(Path logs, UUID recordingId) throws IOException {
        return create(LogHome.growing(logs), recordingId);
    }

    /**
     * Starts a log in a new folder of {@code home}.
     *
     * @throws FileAlreadyExistsException when the recording has a log there
     */
    public static RecordingLog create(LogHome home, UUID recordingId) throws IOException {
        if (Files.exists(home.folder(recordingId))) {
            throw new FileAlreadyExistsException(home.folder(recordingId).toString());
        }
        return goOn(home, recordingId, 0);
    }

    /**
     * Goes on with a recording in a new segment, after a disk failed that holds its frames below {@code firstFrame}. A segment
     * that starts with the same frame and failed at once, so that nothing in it was ever durable, is replaced.
     */
    public static RecordingLog goOn(LogHome home, UUID recordingId, long firstFrame) throws IOException {
        var log = new RecordingLog(home, recordingId);
        home.files().createFolder(log.folder);
        Path failed = Segments.path(log.folder, firstFrame);
        if (Files.exists(failed)) {
            home.files().delete(failed);
        }
        log.nextFrameIndex = firstFrame;
        log.durableFrameIndex = firstFrame;
        log.segments = new OpenSegments(home.newSegment(recordingId, firstFrame));
        return log;
    }

    /** Opens a log whose segments grow with each frame. */
    public static RecordingLog open(Path logs, UUID recordingId) throws IOException {
        return open(LogHome.growing(logs), recordingId);
    }

    /**
     * Opens a log that was written before, cuts a torn frame at its end, and forces what remains.
     *
     * @throws LogDamagedException when more is wrong than one torn frame; nothing is cut then
     */
    public static RecordingLog open(LogHome home, UUID recordingId) throws IOException {
        var log = new RecordingLog(home, recordingId);
        List<Path> written = Segments.list(log.folder);
        if (written.isEmpty()) {
            log.segments = new OpenSegments(home.newSegment(recordingId, 0));
        } else {
            log.recover(written.getLast());
        }
        home.files().forceNames(log.folder);
        log.force();
        return log;
    }

    /** Recordings that have a log in {@code logs}, oldest first. */
    public static List<UUID> list(Path logs) throws IOException {
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(logs)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                    .sorted()
                    .map(UUID::fromString)
                    .toList();
        }
    }

    /** Removes a recording's log and what lies beside it. Calling it again is harmless. */
    public static void delete(Path logs, UUID recordingId) throws IOException {
        Path folder = logs.resolve(recordingId.toString());
        if (Files.isDirectory(folder)) {
            // Newest first: what a crash leaves is the shorter beginning of a log, not a log with a hole.
            for (Path segment : Segments.list(folder).reversed()) {
                Files.delete(segment);
            }
            try (Stream<Path> others = Files.list(folder)) {
                for (Path other : others.toList()) {
                    Files.delete(other);
                }
            }
            Files.delete(folder);
        }
    }

    private void recover(Path last) throws IOException {
        nextFrameIndex = Segments.firstFrame(last);
        long sound;
        try (var reader = new SegmentReader(last)) {
            while (recoverOne(reader)) {
                nextFrameIndex++;
            }
            sound = reader.offset();
        }
        SegmentTail tail = SegmentTail.of(last, sound);
        LogFile file = home.files().open(last);
        boolean grows = home.stepBytes() == 0;
        cutBytes = tail.isClean() ? 0 : (grows ? file.size() : tail.endOffset()) - sound;
        if (grows) {
            file.truncate(sound);
        } else if (cutBytes > 0) {
            LogHome.fillWithZeros(file, sound, tail.endOffset());
        }
        segments = new OpenSegments(new SegmentWriter(file, last, sound, file.size(), home.stepBytes()));
    }

    private boolean recoverOne(SegmentReader reader) throws IOException {
        Optional<Frame> frame;
        try {
            frame = reader.next();
        } catch (FrameException e) {
            SegmentTail tail = SegmentTail.of(reader.path(), reader.offset());
            if (tail.isClean() || tail.isTorn()) {
                return false;
            }
            throw new LogDamagedException(reader.path(), reader.offset(), e.getMessage());
        }
        if (frame.isPresent() && !follows(frame.get())) {
            throw new LogDamagedException(
                    reader.path(), reader.offset(), "expected frame " + nextFrameIndex + ", found " + frame.get());
        }
        frame.ifPresent(sound -> ended = sound.type() == FrameType.END);
        return frame.isPresent();
    }

    private boolean follows(Frame frame) {
        return frame.recordingId().equals(recordingId) && frame.index() == nextFrameIndex && !ended;
    }

    /**
     * Writes the next frame. It survives the end of this process at once, a power loss after the next {@link #force}.
     *
     * @throws IllegalArgumentException when the frame is not this recording's next one
     */
    public void append(Frame frame) throws IOException {
        requireUsable();
        if (!follows(frame)) {
            throw new IllegalArgumentException("a log takes its own next frame only: recording=" + recordingId
                    + ", next=" + nextFrameIndex + ", ended=" + ended + ", frame=" + frame);
        }
        try {
            SegmentWriter segment = segments.current();
            if (segment.position() + frame.encodedBytes() > home.segmentBytes() && segment.position() > 0) {
                segment = home.newSegment(recordingId, nextFrameIndex);
                segments.startNext(segment);
            }
            segment.write(frame.encoded());
        } catch (IOException e) {
            failed = true;
            throw e;
        }
        ended = frame.type() == FrameType.END;
        nextFrameIndex++;
    }

    /**
     * Makes every appended frame survive a power loss.
     *
     * @return index below which all frames are durable
     */
    public long force() throws IOException {
        synchronized (forcing) {
            requireUsable();
            long next = nextFrameIndex;
            try {
                segments.force();
            } catch (IOException e) {
                failed = true;
                throw e;
            }
            durableFrameIndex = next;
            return next;
        }
    }

    private void requireUsable() throws IOException {
        if (failed) {
            throw new IOException("the log takes no more frames after a failed write: recording=" + recordingId);
        }
    }

    public UUID recordingId() {
        return recordingId;
    }

    /** Where the log is. */
    public LogHome home() {
        return home;
    }

    /** Number of frames, which is the index of the next one. */
    public long nextFrameIndex() {
        return nextFrameIndex;
    }

    /** All frames below this index are durable. */
    public long durableFrameIndex() {
        return durableFrameIndex;
    }

    /** True when the last frame tells the end of the recording. */
    public boolean ended() {
        return ended;
    }

    /** True after a failed write or force: the log takes no more. */
    public boolean failed() {
        return failed;
    }

    /** Bytes of a torn frame that {@link #open} cut off. */
    public long cutBytes() {
        return cutBytes;
    }

    /** Reads from {@code fromFrame} on; the reader sees frames that are appended later. */
    public LogReader read(long fromFrame) throws IOException {
        return new LogReader(List.of(folder), recordingId, fromFrame, this::nextFrameIndex);
    }

    /** Forces what was appended, unless a write failed before, gives back unused space after the end, and closes. */
    @Override
    public void close() throws IOException {
        synchronized (forcing) {
            if (closed) {
                return;
            }
            closed = true;
            if (failed) {
                segments.close();
                return;
            }
            force();
            if (ended) {
                segments.finish();
            } else {
                segments.close();
            }
        }
    }
}
