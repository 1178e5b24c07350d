package org.neuroward.agent.uplink;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.neuroward.agent.spool.SpoolReader;
import org.neuroward.agent.spool.SpooledRecording;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FromAgent.FrameMessage;

/** Sends one recording's durable frames over one connection, in order. */
final class FrameSender implements Closeable {

    private static final int FRAMES_AT_ONCE = 64;

    private final SpooledRecording recording;
    private final SpoolReader reader;

    /** @param fromFrame first frame that the server does not have */
    FrameSender(SpooledRecording recording, long fromFrame) {
        this.recording = recording;
        this.reader = recording.read(fromFrame);
    }

    SpooledRecording recording() {
        return recording;
    }

    /** Frames that could be sent and were not. */
    long unsent() {
        return Math.max(0, recording.sendableFrames() - reader.nextIndex());
    }

    /** Sends a few frames, as long as the connection takes them; true when at least one was sent. */
    boolean sendSome(Connection connection) throws IOException {
        int sent = 0;
        while (sent < FRAMES_AT_ONCE && connection.ready() && reader.nextIndex() < recording.sendableFrames()) {
            Optional<Frame> frame = reader.next();
            if (frame.isEmpty()) {
                break;
            }
            connection.send(FrameMessage.of(frame.get()));
            sent++;
        }
        return sent > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
