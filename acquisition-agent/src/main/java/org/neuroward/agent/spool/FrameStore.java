package org.neuroward.agent.spool;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.wire.Frame;
import org.neuroward.wire.LogHome;
import org.neuroward.wire.RecordingLog;

/**
 * Where the frames of one recording go: to a log on a disk, and to memory until that disk has them durably.
 *
 * <p>A disk that fails a write or a force is never asked about that segment again. The frames that it had not confirmed are
 * written once more, unchanged, into a new segment: on another disk, or on the same one when that takes it. So whatever the
 * failed segment holds of them, a frame index has one content only, and nothing that was recorded is given up. While no disk
 * takes them, frames are sent from memory; those that the server has acknowledged may leave it, and the log of the bed then
 * lacks them when a disk takes frames again.
 */
final class FrameStore implements Closeable {

    private static final System.Logger LOG = System.getLogger(FrameStore.class.getName());

    private final UUID recordingId;
    private final DiskWatch disks;
    private final FrameRing ring;
    private RecordingLog log;
    private boolean complete;
    private boolean ended;
    private volatile long durable;
    private volatile long sendable;
    private volatile long acknowledged;

    private FrameStore(UUID recordingId, SpoolPlan plan, DiskWatch disks, long frames) {
        this.recordingId = recordingId;
        this.disks = disks;
        this.ring = new FrameRing(plan.ringBytes(), frames);
        this.durable = frames;
        this.sendable = frames;
    }

    /** A new recording, on the first disk that takes it. */
    static FrameStore begin(UUID recordingId, SpoolPlan plan, DiskWatch disks) throws IOException {
        var store = new FrameStore(recordingId, plan, disks, 0);
        IOException last = null;
        for (LogHome home : disks.homes()) {
            try {
                store.log = RecordingLog.create(home, recordingId);
                return store;
            } catch (IOException e) {
                disks.failed(home, e);
                last = e;
            }
        }
        throw last;
    }

    /**
     * A recording of an earlier run.
     *
     * @param frames that its log holds
     * @param log to go on with; without one the next frame starts a new segment
     */
    static FrameStore resume(
            UUID recordingId, SpoolPlan plan, DiskWatch disks, long frames, Optional<RecordingLog> log) {
        var store = new FrameStore(recordingId, plan, disks, frames);
        store.log = log.orElse(null);
        return store;
    }

    /** Nothing will be added: the log holds the end. */
    synchronized void complete() {
        complete = true;
        ended = true;
    }

    /** False when memory is full of frames that no disk and no server has. */
    synchronized boolean hasRoom() {
        return !ring.isFull();
    }

    /** False while frames are in memory only. */
    synchronized boolean isStored() {
        return log != null || complete;
    }

    synchronized void add(Frame frame, boolean isEnd) {
        ring.add(frame);
        ended |= isEnd;
        if (log != null) {
            try {
                log.append(frame);
            } catch (IOException e) {
                abandon(e);
            }
        }
        sendable = Math.max(sendable, log == null ? ring.nextIndex() : durable);
    }

    /** Makes what was added durable, if a disk takes it. */
    void force() {
        RecordingLog current = current();
        if (current == null) {
            return;
        }
        try {
            forced(current, current.force());
        } catch (IOException e) {
            abandon(current, e);
        }
    }

    private synchronized RecordingLog current() {
        return durable < ring.nextIndex() ? log : null;
    }

    private synchronized void forced(RecordingLog current, long next) {
        if (current != log) {
            return;
        }
        durable = Math.max(durable, next);
        sendable = Math.max(sendable, durable);
        ring.releaseBelow(durable);
        if (ended && durable == ring.nextIndex()) {
            complete = true;
            closeQuietly(log);
            log = null;
        }
    }

    private synchronized void abandon(RecordingLog current, IOException e) {
        if (current == log) {
            abandon(e);
            sendable = Math.max(sendable, log == null ? ring.nextIndex() : durable);
        }
    }

    private void abandon(IOException e) {
        LOG.log(
                Level.ERROR,
                "recording {0}: the disk failed after frame {1}, what followed is written elsewhere: {2}",
                recordingId,
                durable,
                e.toString());
        disks.failed(log.home(), e);
        closeQuietly(log);
        log = null;
        store();
    }

    /** Looks for a disk for what is in memory only; harmless when there is nothing to store. */
    synchronized void store() {
        if (isStored()) {
            return;
        }
        for (LogHome home : disks.homes()) {
            if (tryStore(home)) {
                LOG.log(Level.WARNING, "recording {0} goes on in {1}", recordingId, home.logs());
                return;
            }
        }
    }

    private boolean tryStore(LogHome home) {
        RecordingLog next = null;
        try {
            next = RecordingLog.goOn(home, recordingId, ring.firstIndex());
            for (long index = ring.firstIndex(); index < ring.nextIndex(); index++) {
                next.append(ring.find(index).orElseThrow());
            }
            // Only a force tells that this disk works: until then the frames stay in memory, and may be sent from
            // there.
            durable = Math.max(durable, next.force());
            ring.releaseBelow(durable);
            log = next;
            return true;
        } catch (IOException e) {
            disks.failed(home, e);
            if (next != null) {
                closeQuietly(next);
            }
            return false;
        }
    }

    private static void closeQuietly(RecordingLog log) {
        try {
            log.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a failed segment could not be closed: {0}", e.toString());
        }
    }

    /** The server has the frames below {@code nextFrame} durably. */
    synchronized void acknowledged(long nextFrame) {
        acknowledged = Math.max(acknowledged, nextFrame);
        if (log == null) {
            ring.releaseBelow(acknowledged);
        }
    }

    long acknowledged() {
        return acknowledged;
    }

    synchronized long frames() {
        return ring.nextIndex();
    }

    long durable() {
        return durable;
    }

    long sendable() {
        return sendable;
    }

    synchronized Optional<Frame> inMemory(long index) {
        return ring.find(index);
    }

    /** Index of the oldest frame in memory; of the next to come when there is none. */
    synchronized long firstInMemory() {
        return ring.firstIndex();
    }

    @Override
    public synchronized void close() throws IOException {
        if (log != null) {
            RecordingLog closing = log;
            log = null;
            complete = true;
            closing.close();
            durable = Math.max(durable, closing.durableFrameIndex());
        }
    }
}
