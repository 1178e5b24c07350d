package org.neuroward.agent.spool;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.FrameException;
import org.neuroward.wire.FrameMaker;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.Losses;

/**
 * One recording of the spool. One thread appends; any thread asks and reads.
 *
 * <p>Appending never fails for a disk: see {@link FrameStore}. When neither a disk nor memory has room, samples are lost, and
 * stand in the recording as a gap at their place as soon as there is room again.
 */
public final class SpooledRecording implements Closeable {

    private static final System.Logger LOG = System.getLogger(SpooledRecording.class.getName());
    private static final long NONE_LOST = -1;

    private final UUID recordingId;
    private final SpoolPlan plan;
    private final FrameStore store;
    private final FrameMaker maker;
    private final Extent extent;
    private final Substitutes substitutes;
    private final Runnable appended;
    private final long[] lostFrom;
    private final long framesFound;
    private volatile boolean ended;
    private boolean metServer;
    private volatile boolean diverged;
    private long announced;

    SpooledRecording(UUID recordingId, SpoolPlan plan, FrameStore store, Extent extent, Runnable appended) {
        this.recordingId = recordingId;
        this.plan = plan;
        this.store = store;
        this.maker = new FrameMaker(recordingId, store.frames());
        this.extent = extent;
        this.substitutes = new Substitutes(plan, recordingId);
        this.appended = appended;
        this.framesFound = store.frames();
        this.metServer = framesFound == 0;
        this.lostFrom = new long[extent.samples().size()];
        Arrays.fill(lostFrom, NONE_LOST);
    }

    public UUID recordingId() {
        return recordingId;
    }

    public UUID sessionId() {
        return extent.description().sessionId();
    }

    /** What is recorded. */
    public Description description() {
        return extent.description();
    }

    /** Adds the next frame; it is durable a little later, see {@link #sendableFrames}. */
    public synchronized void append(FrameContent content, FramePosition position, FrameTime time) {
        if (ended) {
            throw new IllegalStateException("a recording takes nothing after its end: " + recordingId);
        }
        boolean samples = content instanceof Samples || content instanceof Missing;
        if (samples && !store.hasRoom()) {
            lose(position);
            return;
        }
        if (samples) {
            writeLost(position.stream(), position.firstSample(), time);
        } else if (content instanceof End end) {
            for (int stream = 0; stream < lostFrom.length; stream++) {
                writeLost(stream, end.samplesOfStreams().get(stream), time);
            }
        }
        add(content, position, time);
    }

    private void lose(FramePosition position) {
        if (lostFrom[position.stream()] == NONE_LOST) {
            lostFrom[position.stream()] = position.firstSample();
        }
    }

    private void writeLost(int stream, long endSample, FrameTime time) {
        long from = lostFrom[stream];
        lostFrom[stream] = NONE_LOST;
        GapCause cause = store.isStored() ? GapCause.OVERFLOW : GapCause.DISK;
        for (long next = from; from != NONE_LOST && next < endSample; ) {
            int count = (int) Math.min(Integer.MAX_VALUE, endSample - next);
            add(new Missing(cause), new FramePosition(stream, 0, next, count), time);
            next += count;
        }
    }

    private void add(FrameContent content, FramePosition position, FrameTime time) {
        Frame frame = maker.make(content, position, time);
        try {
            extent.add(frame);
        } catch (FrameException e) {
            throw new IllegalArgumentException("a frame must be readable by the one who made it: " + frame, e);
        }
        store.add(frame, content instanceof End);
        ended = content instanceof End;
        appended.run();
    }

    /** Ends a recording that nobody goes on with, with the samples that it has. */
    synchronized void end(EndReason reason) {
        if (!ended) {
            List<Long> samples = extent.samples();
            append(new End(reason, samples), FramePosition.at(0, samples.getFirst()), extent.lastTime());
        }
    }

    /** Number of frames recorded. */
    public long frames() {
        return store.frames();
    }

    /** Number of frames that a power loss cannot take away. */
    public long durableFrames() {
        return store.durable();
    }

    /**
     * Number of frames that may be sent. They are durable at the bed, so that the server never has a frame that the bed lost;
     * except while no disk takes any: then all may be sent, since the server is the only place that can keep them.
     */
    public long sendableFrames() {
        return store.sendable();
    }

    /** Number of frames that the server has durably. */
    public long acknowledgedFrames() {
        return store.acknowledged();
    }

    /**
     * True when the server has frames of this recording that the bed lost: it was sent from memory while no disk took it, and
     * the agent was killed or lost its power. What was recorded here since has the same indexes with other content, so it is
     * not sent; both parts stay, the one on the server and the one at the bed, which can be exported.
     */
    public boolean isDiverged() {
        return diverged;
    }

    /** False while frames are in memory only, because no disk takes them. */
    public boolean isStored() {
        return store.isStored();
    }

    public boolean ended() {
        return ended;
    }

    /** What the recording lost so far. */
    public synchronized Losses losses() {
        return extent.losses();
    }

    /** Where to go on, when an earlier run left the recording open. */
    public synchronized Optional<Resumable> resumable() {
        return ended ? Optional.empty() : Optional.of(extent.resumable());
    }

    /** Reads frames from {@code fromFrame} on, also those that are written later. */
    public SpoolReader read(long fromFrame) {
        return new SpoolReader(this, fromFrame);
    }

    /** The server has the frames below {@code nextFrame} durably. */
    synchronized void acknowledged(long nextFrame) {
        if (!metServer && nextFrame > framesFound) {
            diverged = true;
            LOG.log(
                    Level.ERROR,
                    "recording {0}: the server has {1} frames, the disk kept {2}: what is recorded from here on stays at the"
                            + " bed, export it there",
                    recordingId,
                    nextFrame,
                    framesFound);
        }
        metServer = true;
        if (!diverged) {
            store.acknowledged(nextFrame);
        }
    }

    FrameStore store() {
        return store;
    }

    SpoolPlan plan() {
        return plan;
    }

    Substitutes substitutes() {
        return substitutes;
    }

    synchronized List<Long> samples() {
        return extent.samples();
    }

    synchronized FrameTime lastTime() {
        return extent.lastTime();
    }

    /** True when more frames may be sent than the last time it was asked. */
    boolean hasNewsToSend() {
        long before = announced;
        announced = sendableFrames();
        return announced > before;
    }

    synchronized Progress progress() {
        Losses losses = extent.losses();
        return new Progress(store.frames(), store.acknowledged(), losses.missingSamples(), losses.gaps());
    }

    /** Time from the first to behind the last sample of stream 0. */
    synchronized Duration length() {
        return description().layout().streams().getFirst().rate().timeOf(extent.samples(0));
    }

    void markEnded() {
        ended = true;
        store.complete();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
