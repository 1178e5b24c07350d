package org.neuroward.agent.spool;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameException;
import org.neuroward.wire.FrameType;
import org.neuroward.wire.LogHome;
import org.neuroward.wire.RecordingLog;
import org.neuroward.wire.SoundFrames;

/**
 * Takes up a recording that an earlier run left in the spool, as it is: without inventing or ending anything.
 *
 * <p>A log that is damaged where no crash explains it is not touched either: the recording goes on in a new segment behind
 * the last sound frame, and what is damaged is told when it is read.
 */
final class SpoolRecovery {

    private static final System.Logger LOG = System.getLogger(SpoolRecovery.class.getName());

    private final SpoolPlan plan;
    private final DiskWatch disks;
    private final Runnable appended;

    SpoolRecovery(SpoolPlan plan, DiskWatch disks, Runnable appended) {
        this.plan = plan;
        this.disks = disks;
        this.appended = appended;
    }

    /** What the newest frames say. */
    private record Found(Extent extent, long frames, boolean ended) {}

    /** Empty when the recording holds nothing, or nothing can be said of it and it was put aside. */
    Optional<SpooledRecording> recover(UUID recordingId) throws IOException {
        Optional<LogHome> home = LogHome.findNewest(plan.homes(), recordingId);
        if (home.isEmpty()) {
            delete(recordingId);
            return Optional.empty();
        }
        Optional<RecordingLog> log = open(home.get(), recordingId);
        if (log.isPresent() && log.get().nextFrameIndex() == 0) {
            log.get().close();
            delete(recordingId);
            return Optional.empty();
        }
        try {
            return Optional.of(recording(recordingId, find(recordingId), log));
        } catch (IOException e) {
            if (log.isPresent()) {
                log.get().close();
            }
            putAside(recordingId, e);
            return Optional.empty();
        }
    }

    private void delete(UUID recordingId) throws IOException {
        for (Path logs : plan.logs()) {
            RecordingLog.delete(logs, recordingId);
        }
    }

    private static Optional<RecordingLog> open(LogHome home, UUID recordingId) {
        try {
            return Optional.of(RecordingLog.open(home, recordingId));
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the log of recording {0} is left as it is: {1}", recordingId, e.getMessage());
            return Optional.empty();
        }
    }

    private SpooledRecording recording(UUID recordingId, Found found, Optional<RecordingLog> log) throws IOException {
        long frames = log.isPresent() ? log.get().nextFrameIndex() : found.frames();
        FrameStore store = FrameStore.resume(recordingId, plan, disks, frames, log);
        var recording = new SpooledRecording(recordingId, plan, store, found.extent(), appended);
        if (found.ended()) {
            store.close();
            recording.markEnded();
        } else {
            store.store();
        }
        return recording;
    }

    /** Reads as many of the newest segments as it takes to know where each stream stands, and what was lost. */
    private Found find(UUID recordingId) throws IOException {
        Frame first;
        try (SoundFrames sound = SoundFrames.open(plan.logs(), recordingId, 0)) {
            first = sound.next().orElseThrow(() -> new IOException("no frame of the recording is sound"));
        }
        if (!(first.content() instanceof Description description)) {
            throw new IOException("the description of the recording is damaged");
        }
        Progress progress = Progress.read(folder(recordingId));
        for (int back = 0; ; back = 2 * back + 1) {
            try (SoundFrames sound = SoundFrames.openLast(plan.logs(), recordingId, back)) {
                long start = sound.nextIndex();
                var extent = new Extent(description, first.header().time(), progress);
                Found found = read(sound, extent);
                boolean enough = extent.isComplete() && start <= progress.frames();
                if (start == 0 || enough) {
                    return found;
                }
            }
        }
    }

    private static Found read(SoundFrames sound, Extent extent) throws IOException {
        boolean ended = false;
        for (Optional<Frame> frame = sound.next(); frame.isPresent(); frame = sound.next()) {
            try {
                extent.add(frame.get());
                ended = frame.get().type() == FrameType.END;
            } catch (FrameException e) {
                LOG.log(Level.ERROR, "a frame of the spool cannot be read: {0}", e.getMessage());
            }
        }
        return new Found(extent, sound.nextIndex(), ended);
    }

    private Path folder(UUID recordingId) {
        return plan.homes().getFirst().folder(recordingId);
    }

    private void putAside(UUID recordingId, IOException damage) {
        for (LogHome home : plan.homes()) {
            Path folder = home.folder(recordingId);
            Path aside = home.logs().resolve(recordingId + ".damaged");
            if (Files.isDirectory(folder)) {
                try {
                    Files.move(folder, aside);
                    LOG.log(
                            Level.ERROR,
                            "a recording of the spool cannot be read and was kept as {0}: {1}",
                            aside,
                            damage.getMessage());
                } catch (IOException e) {
                    LOG.log(Level.ERROR, "recording {0} cannot be read nor put aside: {1}", recordingId, e);
                }
            }
        }
    }
}
