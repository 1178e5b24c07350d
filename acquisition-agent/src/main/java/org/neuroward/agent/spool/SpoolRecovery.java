package org.neuroward.agent.spool;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FrameException;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameSequence;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.LogDamagedException;
import org.neuroward.wire.LogReader;
import org.neuroward.wire.RecordingLog;

/** Brings a recording that an earlier run left in the spool to a proper end, without inventing anything. */
final class SpoolRecovery {

    private static final System.Logger LOG = System.getLogger(SpoolRecovery.class.getName());

    private SpoolRecovery() {}

    /** The recording, ended; empty when it holds nothing, or is damaged and was put aside. */
    static Optional<SpooledRecording> recover(Path folder, UUID recordingId, EndReason reason, Runnable appended)
            throws IOException {
        try {
            RecordingLog log = RecordingLog.open(folder, recordingId);
            if (log.nextFrameIndex() == 0) {
                log.close();
                RecordingLog.delete(folder, recordingId);
                return Optional.empty();
            }
            return Optional.of(ended(log, reason, appended));
        } catch (LogDamagedException | FrameException e) {
            putAside(folder, recordingId, e);
            return Optional.empty();
        }
    }

    private static SpooledRecording ended(RecordingLog log, EndReason reason, Runnable appended) throws IOException {
        try (LogReader reader = log.read(0)) {
            Frame first = reader.next().orElseThrow();
            if (!(first.content() instanceof Description description)) {
                throw new IOException("frame 0 of a recording must describe it: " + first);
            }
            var recording = new SpooledRecording(log, description.sessionId(), appended);
            if (!log.ended()) {
                end(recording, reason, first, reader);
                log.force();
            }
            return recording;
        }
    }

    private static void end(SpooledRecording recording, EndReason reason, Frame first, LogReader reader)
            throws IOException {
        var sequence = new FrameSequence(recording.recordingId());
        sequence.accept(first);
        FrameTime last = first.header().time();
        for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
            sequence.accept(frame.get());
            last = frame.get().header().time();
        }
        List<Long> samples = new ArrayList<>();
        for (int stream = 0; stream < sequence.streams(); stream++) {
            samples.add(sequence.samples(stream));
        }
        recording.append(new End(reason, samples), FramePosition.at(0, samples.getFirst()), last);
        LOG.log(Level.WARNING, "recording {0} was left open: ended now, {1}", recording.recordingId(), reason);
    }

    private static void putAside(Path folder, UUID recordingId, IOException damage) throws IOException {
        Path aside = folder.resolve(recordingId + ".damaged");
        Files.move(folder.resolve(recordingId.toString()), aside);
        LOG.log(
                Level.ERROR,
                "a recording of the spool is damaged and was kept as {0}: {1}",
                aside,
                damage.getMessage());
    }
}
