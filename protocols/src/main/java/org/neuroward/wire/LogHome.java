package org.neuroward.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A folder of recording logs on one disk, and how their segment files get their space there.
 *
 * <p>A segment that <em>grows</em> gets space with each write, and each force must write the file's new length too. One that
 * has its space beforehand, filled with zeros and forced, only has pages overwritten: a force is then quicker and its worst
 * case much shorter (PERFORMANCE.md). {@link #ahead} makes the next segment whole before it is needed, off the writing path;
 * {@link #inSteps} fills a few MiB at a time while it writes, for a place where hundreds of logs are open at once.
 *
 * <p>Bytes behind the last frame are zeros then, which no frame starts with.
 */
public final class LogHome {

    static final long SEGMENT_BYTES = 64L * 1024 * 1024;

    /** Space that a segment takes at a time when none was made ahead. */
    private static final long LATE_STEP_BYTES = 4L * 1024 * 1024;

    private static final ByteBuffer ZEROS =
            ByteBuffer.allocateDirect(1024 * 1024).asReadOnlyBuffer();
    private static final String AHEAD = "next-segment";

    private final LogFiles files;
    private final Path logs;
    private final long segmentBytes;
    private final long stepBytes;
    private final boolean ahead;

    private LogHome(LogFiles files, Path logs, long segmentBytes, long stepBytes, boolean ahead) {
        this.files = files;
        this.logs = logs;
        this.segmentBytes = segmentBytes;
        this.stepBytes = stepBytes;
        this.ahead = ahead;
    }

    /** Segments of 64 MiB that grow with each frame. */
    public static LogHome growing(Path logs) {
        return growing(LogFiles.disk(), logs, SEGMENT_BYTES);
    }

    static LogHome growing(LogFiles files, Path logs, long segmentBytes) {
        return new LogHome(files, logs, segmentBytes, 0, false);
    }

    /** Segments of 64 MiB that take {@code stepBytes} of zeros at a time. */
    public static LogHome inSteps(LogFiles files, Path logs, long stepBytes) {
        return new LogHome(files, logs, SEGMENT_BYTES, stepBytes, false);
    }

    /**
     * Segments that {@link #prepare} makes whole before they are needed.
     *
     * @param segmentBytes size of a segment; 64 MiB is what the agent takes
     */
    public static LogHome ahead(LogFiles files, Path logs, long segmentBytes) {
        return new LogHome(files, logs, segmentBytes, Math.min(segmentBytes, LATE_STEP_BYTES), true);
    }

    /** Segments of 64 MiB, made ahead. */
    public static LogHome ahead(Path logs) {
        return ahead(LogFiles.disk(), logs, SEGMENT_BYTES);
    }

    public LogFiles files() {
        return files;
    }

    /** Folder that holds a folder for each recording. */
    public Path logs() {
        return logs;
    }

    /** Where a recording's log is, or would be. */
    public Path folder(UUID recordingId) {
        return logs.resolve(recordingId.toString());
    }

    long segmentBytes() {
        return segmentBytes;
    }

    /** Zeros to write before a frame that does not fit what the segment has; 0 when it grows by itself. */
    long stepBytes() {
        return stepBytes;
    }

    /**
     * Makes the next segment ready, if segments are made ahead and none is ready: 64 MiB of zeros, forced. Takes a while, so
     * it is called off the writing path; it may be called at any time, and does nothing when there is nothing to do.
     */
    public void prepare() throws IOException {
        if (!ahead || isPrepared()) {
            return;
        }
        files.createFolder(logs);
        Path part = logs.resolve(AHEAD + ".part");
        Files.deleteIfExists(part);
        try (LogFile file = files.create(part)) {
            fillWithZeros(file, 0, segmentBytes);
            file.force();
        }
        files.rename(part, logs.resolve(AHEAD));
        files.forceNames(logs);
    }

    /** Also true for one that an earlier run made. */
    private boolean isPrepared() throws IOException {
        Path path = logs.resolve(AHEAD);
        return ahead && Files.isRegularFile(path) && Files.size(path) == segmentBytes;
    }

    /** Gives back the space of a segment that was made ready and is not needed. */
    public void release() throws IOException {
        Files.deleteIfExists(logs.resolve(AHEAD));
    }

    /** The one of {@code homes} that holds the newest segment of a recording; empty when none holds any. */
    public static Optional<LogHome> findNewest(List<LogHome> homes, UUID recordingId) throws IOException {
        List<Path> segments = Segments.list(
                homes.stream().map(home -> home.folder(recordingId)).toList());
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        Path folder = segments.getLast().getParent();
        return homes.stream()
                .filter(home -> home.folder(recordingId).equals(folder))
                .findFirst();
    }

    /** A new segment of {@code recordingId}, under its lasting name. Its folder must exist. */
    SegmentWriter newSegment(UUID recordingId, long firstFrame) throws IOException {
        Path path = Segments.path(folder(recordingId), firstFrame);
        if (Files.exists(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        boolean made = isPrepared();
        LogFile file = made ? takePrepared(path) : files.create(path);
        var writer = new SegmentWriter(file, path, 0, made ? segmentBytes : 0, stepBytes);
        files.forceNames(folder(recordingId));
        return writer;
    }

    private LogFile takePrepared(Path path) throws IOException {
        files.rename(logs.resolve(AHEAD), path);
        files.forceNames(logs);
        return files.open(path);
    }

    static void fillWithZeros(LogFile file, long from, long to) throws IOException {
        for (long at = from; at < to; at += ZEROS.capacity()) {
            file.write(ZEROS.duplicate().limit((int) Math.min(ZEROS.capacity(), to - at)), at);
        }
    }
}
