package org.neuroward.agent.spool;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.RecordingLog;

/**
 * The recordings on the bedside disk that the server has not sealed yet.
 *
 * <p>A thread of its own forces what was appended to the disk, as often as the disk can but at most every 20 ms. Frames are
 * sent only after that: so the server never has a frame that a power loss took from the bed, and no frame index is ever used
 * for two different contents.
 */
public final class Spool implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Spool.class.getName());
    private static final Duration FORCE_INTERVAL = Duration.ofMillis(20);
    private static final Duration IDLE_LOOK = Duration.ofSeconds(1);

    private final Path folder;
    private final List<SpooledRecording> recordings = new CopyOnWriteArrayList<>();
    private final Semaphore appended = new Semaphore(0);
    private final Thread forcer;
    private volatile Runnable onDurable = () -> {};
    private volatile boolean closed;

    private Spool(Path folder) {
        this.folder = folder;
        this.forcer = Thread.ofPlatform().name("spool-force").daemon().unstarted(this::forceLoop);
    }

    /**
     * Opens the spool; a recording that the agent did not end before it stopped is ended now, with what it has. One that is
     * damaged is left aside, under another name, and reported.
     */
    public static Spool open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var spool = new Spool(folder);
        for (UUID recordingId : RecordingLog.list(folder)) {
            SpoolRecovery.recover(folder, recordingId, EndReason.AGENT_RESTARTED, spool.appended::release)
                    .ifPresent(spool.recordings::add);
        }
        spool.forcer.start();
        return spool;
    }

    /** Calls {@code listener} each time that more frames became durable; it must return at once. */
    public void whenDurable(Runnable listener) {
        onDurable = listener;
    }

    /** Starts a recording whose frame 0 is {@code description}. */
    public SpooledRecording begin(UUID recordingId, Description description, FrameTime time) throws IOException {
        var recording = new SpooledRecording(
                RecordingLog.create(folder, recordingId), description.sessionId(), appended::release);
        recording.append(description, FramePosition.at(0, 0), time);
        recordings.add(recording);
        return recording;
    }

    /** Oldest first. */
    public List<SpooledRecording> recordings() {
        return List.copyOf(recordings);
    }

    /** Removes a recording that the server has sealed; unknown ones are ignored. */
    public void remove(UUID recordingId) throws IOException {
        for (SpooledRecording recording : recordings) {
            if (recording.recordingId().equals(recordingId)) {
                recordings.remove(recording);
                recording.close();
                RecordingLog.delete(folder, recordingId);
            }
        }
    }

    /**
     * Closes a recording whose disk failed and opens it again, cut to what is sound and ended. Fails as long as the disk does.
     */
    public SpooledRecording reopen(SpooledRecording failed, EndReason reason) throws IOException {
        failed.close();
        SpooledRecording sound = SpoolRecovery.recover(folder, failed.recordingId(), reason, appended::release)
                .orElseThrow(() -> new IOException("nothing of the recording is left: " + failed.recordingId()));
        recordings.remove(failed);
        recordings.add(sound);
        onDurable.run();
        return sound;
    }

    private void forceLoop() {
        try {
            while (!closed) {
                appended.tryAcquire(IDLE_LOOK.toMillis(), TimeUnit.MILLISECONDS);
                appended.drainPermits();
                forceAll();
                Thread.sleep(FORCE_INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forceAll() {
        boolean more = false;
        for (SpooledRecording recording : recordings) {
            long before = recording.durableFrames();
            try {
                recording.force();
            } catch (IOException e) {
                // The next append to this log fails too, and its writer then ends the recording.
                LOG.log(
                        Level.ERROR,
                        "recording {0} cannot be forced to disk: {1}",
                        recording.recordingId(),
                        e.getMessage());
            }
            more |= recording.durableFrames() > before;
        }
        if (more) {
            onDurable.run();
        }
    }

    /** Forces and closes every recording. */
    @Override
    public void close() throws IOException {
        closed = true;
        appended.release();
        try {
            forcer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SpooledRecording recording : recordings) {
            recording.close();
        }
    }
}
