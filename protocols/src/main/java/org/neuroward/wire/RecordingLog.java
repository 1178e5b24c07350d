package org.neuroward.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 * would not tell.
 */
public final class RecordingLog implements Closeable {

    static final long SEGMENT_BYTES = 64L * 1024 * 1024;

    private final Path folder;
    private final UUID recordingId;
    private final long segmentBytes;
    private final Object forcing = new Object();
    private volatile FileChannel segment;
    private volatile long nextFrameIndex;
    private volatile long durableFrameIndex;
    private volatile boolean ended;
    private volatile boolean failed;
    private long cutBytes;

    private RecordingLog(Path folder, UUID recordingId, long segmentBytes) {
        this.folder = folder;
        this.recordingId = recordingId;
        this.segmentBytes = segmentBytes;
    }

    /**
     * Starts a log in a new folder of {@code logs}.
     *
     * @throws FileAlreadyExistsException when the recording has a log there
     */
    public static RecordingLog create(Path logs, UUID recordingId) throws IOException {
        return create(logs, recordingId, SEGMENT_BYTES);
    }

    static RecordingLog create(Path logs, UUID recordingId, long segmentBytes) throws IOException {
        Files.createDirectories(logs);
        Path folder = Files.createDirectory(logs.resolve(recordingId.toString()));
        var log = new RecordingLog(folder, recordingId, segmentBytes);
        log.segment = newSegment(Segments.path(folder, 0));
        Segments.forceNames(folder);
        Segments.forceNames(logs);
        return log;
    }

    /**
     * Opens a log that was written before, cuts a torn frame at its end, and forces what remains.
     *
     * @throws LogDamagedException when more is wrong than one torn frame; nothing is cut then
     */
    public static RecordingLog open(Path logs, UUID recordingId) throws IOException {
        return open(logs, recordingId, SEGMENT_BYTES);
    }

    static RecordingLog open(Path logs, UUID recordingId, long segmentBytes) throws IOException {
        Path folder = logs.resolve(recordingId.toString());
        List<Path> segments = Segments.list(folder);
        var log = new RecordingLog(folder, recordingId, segmentBytes);
        if (segments.isEmpty()) {
            log.segment = newSegment(Segments.path(folder, 0));
        } else {
            log.recover(segments.getLast());
        }
        Segments.forceNames(folder);
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

    /** Removes a recording's log. Calling it again is harmless. */
    public static void delete(Path logs, UUID recordingId) throws IOException {
        Path folder = logs.resolve(recordingId.toString());
        if (Files.isDirectory(folder)) {
            // Newest first: what a crash leaves is the shorter beginning of a log, not a log with a hole.
            for (Path segment : Segments.list(folder).reversed()) {
                Files.delete(segment);
            }
            Files.delete(folder);
        }
    }

    private void recover(Path last) throws IOException {
        long sound;
        nextFrameIndex = Segments.firstFrame(last);
        try (var reader = new SegmentReader(last)) {
            while (recoverOne(reader)) {
                nextFrameIndex++;
            }
            sound = reader.offset();
            cutBytes = reader.remaining();
        }
        segment = FileChannel.open(last, StandardOpenOption.WRITE);
        segment.truncate(sound);
        segment.position(sound);
    }

    private boolean recoverOne(SegmentReader reader) throws IOException {
        Optional<Frame> frame;
        try {
            frame = reader.next();
        } catch (FrameException e) {
            TornTail.requireTorn(reader, e);
            return false;
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
            if (segment.position() + frame.encodedBytes() > segmentBytes && segment.position() > 0) {
                startNextSegment();
            }
            ByteBuffer bytes = ByteBuffer.wrap(frame.encode());
            while (bytes.hasRemaining()) {
                segment.write(bytes);
            }
        } catch (IOException e) {
            failed = true;
            throw e;
        }
        ended = frame.type() == FrameType.END;
        nextFrameIndex++;
    }

    private void startNextSegment() throws IOException {
        synchronized (forcing) {
            segment.force(false);
            segment.close();
            segment = newSegment(Segments.path(folder, nextFrameIndex));
            Segments.forceNames(folder);
        }
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
                segment.force(false);
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
        return new LogReader(folder, recordingId, fromFrame, this::nextFrameIndex);
    }

    /** Forces what was appended, unless a write failed before, and closes the file. */
    @Override
    public void close() throws IOException {
        synchronized (forcing) {
            if (segment.isOpen()) {
                try (FileChannel closing = segment) {
                    if (!failed) {
                        closing.force(false);
                    }
                }
            }
        }
    }

    private static FileChannel newSegment(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
