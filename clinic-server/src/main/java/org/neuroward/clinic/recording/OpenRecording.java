package org.neuroward.clinic.recording;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameException;
import org.neuroward.wire.FrameSequence;
import org.neuroward.wire.FrameType;
import org.neuroward.wire.LogReader;
import org.neuroward.wire.RecordingLog;
import org.neuroward.wire.RefusalCode;

/**
 * A recording that may still receive frames. Any thread may offer frames; one thread at a time, of the group commit,
 * writes them. What comes next is derived from the log alone, so nothing can disagree with it.
 */
public final class OpenRecording {

    /** Frames whose checksum is kept: more than an agent may send before the first of them is acknowledged. */
    private static final int FRAMES_REMEMBERED = 1024;

    private final UUID sessionId;
    private final String agentId;
    private final RecordingLog log;
    private final FrameSequence accepted;
    private final ProgressCount progress = new ProgressCount();
    private final AtomicInteger asked = new AtomicInteger();
    private final Deque<ArrivedFrame> unwritten = new ArrayDeque<>();
    private final int[] latest = new int[FRAMES_REMEMBERED];
    private Optional<FrameContent.End> end = Optional.empty();
    private boolean failed;

    private OpenRecording(StoredRecording stored, RecordingLog log) {
        this.sessionId = stored.sessionId();
        this.agentId = stored.agentId();
        this.log = log;
        this.accepted = new FrameSequence(log.recordingId());
    }

    /** Takes up a log, new or left by a server that died, from its last whole frame. */
    public static OpenRecording of(StoredRecording stored, RecordingLog log) throws IOException {
        var recording = new OpenRecording(stored, log);
        if (log.nextFrameIndex() > 0) {
            try (LogReader reader = log.read(0)) {
                for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                    recording.count(frame.get());
                }
            }
        }
        return recording;
    }

    public UUID id() {
        return log.recordingId();
    }

    public UUID sessionId() {
        return sessionId;
    }

    /** The only agent whose frames it takes. */
    public String agentId() {
        return agentId;
    }

    /** Frames below this index are durable. */
    public long durableFrames() {
        return log.durableFrameIndex();
    }

    public synchronized RecordingProgress progress() {
        return progress.progress();
    }

    /** What is recorded, or empty before the first frame. */
    public synchronized Optional<Description> description() {
        return Optional.ofNullable(progress.description());
    }

    /** The last frame's word, once it is accepted. */
    public synchronized Optional<FrameContent.End> end() {
        return end;
    }

    /**
     * Notes that something was accepted and wants to be written.
     *
     * @return true when no thread is writing or about to: the caller must send one
     */
    public boolean askToWrite() {
        return asked.getAndIncrement() == 0;
    }

    /** How often it was asked to write what was accepted and not yet answered. */
    public int asked() {
        return asked.get();
    }

    /** Notes that so many wishes are fulfilled. @return true when there are newer ones: the caller must come again */
    public boolean answer(int fulfilled) {
        return asked.addAndGet(-fulfilled) > 0;
    }

    /** Judges a frame and, when it is the next one, keeps it to be written by {@link #write}. */
    public synchronized Verdict offer(ArrivedFrame arrived) throws IOException {
        Frame frame = arrived.frame();
        if (failed) {
            return new Verdict.Refused(RefusalCode.STORAGE_FAILED, "the recording's log takes no more frames");
        }
        if (frame.index() < accepted.nextFrameIndex()) {
            return again(frame);
        }
        try {
            count(frame);
        } catch (FrameException e) {
            RefusalCode code =
                    e.kind() == FrameException.Kind.BAD_PAYLOAD ? RefusalCode.DAMAGED_FRAME : RefusalCode.WRONG_INDEX;
            return new Verdict.Refused(code, e.getMessage());
        } catch (RuntimeException e) {
            // Half counted, it would disagree with its log.
            failed = true;
            throw e;
        }
        unwritten.add(arrived);
        return new Verdict.Accepted();
    }

    private void count(Frame frame) throws FrameException {
        accepted.accept(frame);
        latest[slot(frame.index())] = frame.crc32c();
        progress.add(frame);
        if (frame.type() == FrameType.END) {
            end = Optional.of((FrameContent.End) frame.content());
        }
    }

    /** A frame that was received before: a line that broke lets an agent repeat what it had sent and not seen acknowledged. */
    private Verdict again(Frame frame) {
        if (frame.index() < accepted.nextFrameIndex() - latest.length) {
            return new Verdict.Refused(
                    RefusalCode.WRONG_INDEX, "frame " + frame.index() + " was acknowledged long ago and is sent again");
        }
        return latest[slot(frame.index())] == frame.crc32c()
                ? new Verdict.Known()
                : new Verdict.Refused(
                        RefusalCode.WRONG_INDEX, "frame " + frame.index() + " was received with other content");
    }

    private int slot(long index) {
        return (int) (index % latest.length);
    }

    /**
     * Writes all that was accepted, without making it durable.
     *
     * @return what was written, to be reported after {@link #force}
     */
    public List<ArrivedFrame> write() throws IOException {
        List<ArrivedFrame> batch;
        synchronized (this) {
            batch = List.copyOf(unwritten);
        }
        for (ArrivedFrame arrived : batch) {
            log.append(arrived.frame());
        }
        synchronized (this) {
            batch.forEach(written -> unwritten.removeFirst());
        }
        return batch;
    }

    /** Makes all that was written durable; returns the number of durable frames. */
    public long force() throws IOException {
        return log.force();
    }

    /** Takes no more frames, after a failed write: what the disk holds is unknown until the log is read anew. */
    public synchronized List<ArrivedFrame> fail() {
        failed = true;
        List<ArrivedFrame> lost = new ArrayList<>(unwritten);
        unwritten.clear();
        return lost;
    }

    void close() throws IOException {
        log.close();
    }
}
