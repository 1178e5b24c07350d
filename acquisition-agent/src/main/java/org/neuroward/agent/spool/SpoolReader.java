package org.neuroward.agent.spool;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.neuroward.wire.Frame;
import org.neuroward.wire.LogReader;

/**
 * Reads a recording of the spool in order of frames, from memory or from whichever disk holds them. Belongs to one thread.
 *
 * <p>A frame that no disk gives back whole is replaced by a gap, see {@link Substitutes}: the recording goes on behind it.
 */
public final class SpoolReader implements Closeable {

    private static final System.Logger LOG = System.getLogger(SpoolReader.class.getName());

    private final SpooledRecording recording;
    private LogReader log;
    private long nextIndex;

    SpoolReader(SpooledRecording recording, long fromFrame) {
        this.recording = recording;
        this.nextIndex = fromFrame;
    }

    /** Index of the frame that {@link #next()} gives. */
    public long nextIndex() {
        return nextIndex;
    }

    /** The next frame, or empty at the end; ask again when the recording has grown. */
    public Optional<Frame> next() throws IOException {
        if (nextIndex >= recording.frames()) {
            return Optional.empty();
        }
        Optional<Frame> frame = recording.substitutes().find(nextIndex).or(() -> recording
                .store()
                .inMemory(nextIndex));
        if (frame.isEmpty()) {
            frame = fromDisk();
        }
        if (frame.isEmpty()) {
            recording.substitutes().make(recording, nextIndex);
            frame = recording.substitutes().find(nextIndex);
        }
        frame.ifPresent(found -> nextIndex++);
        return frame;
    }

    private Optional<Frame> fromDisk() throws IOException {
        try {
            if (log == null || log.nextIndex() != nextIndex) {
                close();
                log = LogReader.open(
                        recording.plan().logs(), recording.recordingId(), nextIndex, recording::durableFrames);
            }
            return log.next();
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(
                    Level.ERROR,
                    "recording {0}: the disk does not give back frame {1}: {2}",
                    recording.recordingId(),
                    nextIndex,
                    e.getMessage());
            close();
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        if (log != null) {
            LogReader closing = log;
            log = null;
            closing.close();
        }
    }
}
