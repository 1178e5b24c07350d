package org.neuroward.agent.spool;

import java.io.Closeable;
import java.io.IOException;
import java.util.UUID;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameMaker;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.LogReader;
import org.neuroward.wire.RecordingLog;

/** One recording of the spool. One thread appends; any thread asks and reads. */
public final class SpooledRecording implements Closeable {

    private final RecordingLog log;
    private final UUID sessionId;
    private final FrameMaker maker;
    private final Runnable appended;

    SpooledRecording(RecordingLog log, UUID sessionId, Runnable appended) {
        this.log = log;
        this.sessionId = sessionId;
        this.maker = new FrameMaker(log.recordingId(), log.nextFrameIndex());
        this.appended = appended;
    }

    public UUID recordingId() {
        return log.recordingId();
    }

    public UUID sessionId() {
        return sessionId;
    }

    /** Writes the next frame; it is durable a little later, see {@link #durableFrames}. */
    public void append(FrameContent content, FramePosition position, FrameTime time) throws IOException {
        Frame frame = maker.make(content, position, time);
        log.append(frame);
        appended.run();
    }

    /** Number of frames written. */
    public long frames() {
        return log.nextFrameIndex();
    }

    /** Number of frames that a power loss cannot take away. Only these may be sent. */
    public long durableFrames() {
        return log.durableFrameIndex();
    }

    public boolean ended() {
        return log.ended();
    }

    /** Reads frames from {@code fromFrame} on, also those that are written later. */
    public LogReader read(long fromFrame) throws IOException {
        return log.read(fromFrame);
    }

    void force() throws IOException {
        if (!log.failed() && log.durableFrameIndex() < log.nextFrameIndex()) {
            log.force();
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
