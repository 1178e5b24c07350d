package org.neuroward.agent.spool;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.RecordingLog;
import org.neuroward.wire.SpoolFacts;

/**
 * The recordings on the bedside disk.
 *
 * <p>A thread of its own forces what was appended to the disk, as often as the disk can but at most every 20 ms. Frames are
 * sent only after that: so the server never has a frame that a power loss took from the bed, and no frame index is ever used
 * for two different contents. While no disk takes frames they are sent from memory, see {@link FrameStore}.
 *
 * <p>A recording stays for a set time after the server has sealed it. Another thread looks after disks, room and age.
 */
public final class Spool implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Spool.class.getName());
    private static final Duration FORCE_INTERVAL = Duration.ofMillis(20);
    private static final Duration IDLE_LOOK = Duration.ofSeconds(1);

    private final SpoolPlan plan;
    private final DiskWatch disks;
    private final Retention retention;
    private final SpoolCare care;
    private final List<SpooledRecording> recordings = new CopyOnWriteArrayList<>();
    private final Semaphore appended = new Semaphore(0);
    private final Thread forcer;
    private volatile Runnable onDurable = () -> {};
    private volatile boolean closed;

    private Spool(SpoolPlan plan) {
        this.plan = plan;
        this.disks = new DiskWatch(plan.homes());
        this.retention = new Retention(plan);
        this.care = new SpoolCare(plan, disks, retention, recordings);
        this.forcer = Thread.ofPlatform().name("spool-force").daemon().unstarted(this::forceLoop);
    }

    public static Spool open(Path folder) throws IOException {
        return open(SpoolPlan.of(folder));
    }

    /**
     * Opens the spool with what earlier runs left there. A recording that was left open is not ended: see
     * {@link SpooledRecording#resumable()} and {@link #end}. One of which nothing can be read is left aside, under another
     * name, and reported.
     */
    public static Spool open(SpoolPlan plan) throws IOException {
        var spool = new Spool(plan);
        plan.homes().getFirst().files().createFolder(plan.logs().getFirst());
        var found = new TreeSet<UUID>(java.util.Comparator.comparing(UUID::toString));
        for (Path logs : plan.logs()) {
            found.addAll(RecordingLog.list(logs));
        }
        var recovery = new SpoolRecovery(plan, spool.disks, spool.appended::release);
        for (UUID recordingId : found) {
            if (!spool.retention.takeOver(recordingId)) {
                recovery.recover(recordingId).ifPresent(spool.recordings::add);
            }
        }
        spool.forcer.start();
        spool.care.start();
        return spool;
    }

    /** Calls {@code listener} each time that more frames may be sent; it must return at once. */
    public void whenDurable(Runnable listener) {
        onDurable = listener;
    }

    /**
     * Starts a recording whose frame 0 is {@code description}.
     *
     * @throws IOException when no disk takes it
     */
    public SpooledRecording begin(UUID recordingId, Description description, FrameTime time) throws IOException {
        FrameStore store = FrameStore.begin(recordingId, plan, disks);
        var extent = new Extent(description, time);
        var recording = new SpooledRecording(recordingId, plan, store, extent, appended::release);
        recording.append(description, FramePosition.at(0, 0), time);
        recordings.add(recording);
        return recording;
    }

    /** Those that the server has not sealed, oldest first. */
    public List<SpooledRecording> recordings() {
        return List.copyOf(recordings);
    }

    /** Those that the server has sealed and that are still here, oldest first. */
    public List<UUID> sealedRecordings() {
        return retention.recordings();
    }

    /** Ends a recording that an earlier run left open, with the samples that it has. */
    public void end(SpooledRecording recording, EndReason reason) {
        recording.end(reason);
        LOG.log(Level.WARNING, "recording {0} was left open: ended now, {1}", recording.recordingId(), reason);
    }

    /** The server has the frames of {@code recordingId} below {@code nextFrame} durably; unknown recordings are ignored. */
    public void acknowledged(UUID recordingId, long nextFrame) {
        find(recordingId).ifPresent(recording -> recording.acknowledged(nextFrame));
    }

    /** The server has sealed a recording: it is not sent any more, and leaves after a time. Unknown ones are ignored. */
    public void sealed(UUID recordingId) throws IOException {
        Optional<SpooledRecording> found = find(recordingId);
        if (found.isPresent()) {
            recordings.remove(found.get());
            found.get().close();
            retention.sealed(recordingId);
        }
    }

    private Optional<SpooledRecording> find(UUID recordingId) {
        return recordings.stream()
                .filter(recording -> recording.recordingId().equals(recordingId))
                .findFirst();
    }

    /** False when there is too little room, or no disk that works: what runs goes on, nothing new should begin. */
    public boolean takesRecordings() {
        return disks.takesRecordings();
    }

    /** What waits here, and how the disk is. */
    public SpoolFacts facts() {
        return care.facts();
    }

    /** For how long the disk has room at the rate of the recording that runs; empty when none does. */
    public Optional<Duration> timeLeft() {
        return care.timeLeft();
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
            recording.store().force();
            more |= recording.hasNewsToSend();
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
        care.close();
        try {
            forcer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        IOException failed = null;
        for (SpooledRecording recording : recordings) {
            try {
                recording.close();
            } catch (IOException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
