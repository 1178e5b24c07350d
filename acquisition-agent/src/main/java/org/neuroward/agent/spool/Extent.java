package org.neuroward.agent.spool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameContent.ClockReading;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameContent.Tally;
import org.neuroward.wire.FrameException;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.Losses;

/** How far a recording reaches in each stream, and what it lost. Guarded by its recording. */
final class Extent {

    /** Remarks that are remembered for a resumption; only those since the last samples matter. */
    private static final int EVENTS_KEPT = 64;

    private final Description description;
    private final long lossesFrom;
    private final long[] samples;
    private final boolean[] seen;
    private final List<Event> events = new ArrayList<>();
    private FrameTime lastTime;
    private Optional<Resumable.TimedReading> lastClock = Optional.empty();
    private Tally tally = new Tally(0, 0, 0);
    private long missing;
    private long gaps;
    private long gapEnd = -1;

    Extent(Description description, FrameTime begun) {
        this(description, begun, Progress.NONE);
    }

    /** @param counted what was lost before the frames that it counts */
    Extent(Description description, FrameTime begun, Progress counted) {
        this.description = description;
        this.lossesFrom = counted.frames();
        this.missing = counted.missingSamples();
        this.gaps = counted.gaps();
        this.samples = new long[description.layout().streams().size()];
        this.seen = new boolean[samples.length];
        this.lastTime = begun;
    }

    Description description() {
        return description;
    }

    void add(Frame frame) throws FrameException {
        FrameContent content = frame.content();
        switch (frame.type()) {
            case DATA -> advance(frame);
            case GAP -> {
                if (frame.stream() == 0 && frame.index() >= lossesFrom) {
                    missing += frame.sampleCount();
                    gaps += frame.firstSample() == gapEnd ? 0 : 1;
                    gapEnd = frame.header().position().endSample();
                }
                advance(frame);
            }
            case EVENT -> {
                events.add((Event) content);
                if (events.size() > EVENTS_KEPT) {
                    events.removeFirst();
                }
            }
            case CLOCK ->
                lastClock =
                        Optional.of(new Resumable.TimedReading(frame.header().time(), (ClockReading) content));
            case TALLY -> tally = (Tally) content;
            case DESC, END, IMPEDANCE -> {}
        }
    }

    private void advance(Frame frame) {
        samples[frame.stream()] = frame.header().position().endSample();
        seen[frame.stream()] = true;
        lastTime = frame.header().time();
    }

    /** True when every stream has been met, so that {@link #samples()} does not rest on where the reading began. */
    boolean isComplete() {
        for (boolean met : seen) {
            if (!met) {
                return false;
            }
        }
        return true;
    }

    List<Long> samples() {
        return Arrays.stream(samples).boxed().toList();
    }

    long samples(int stream) {
        return samples[stream];
    }

    FrameTime lastTime() {
        return lastTime;
    }

    Losses losses() {
        return new Losses(missing, gaps, tally.repeated(), tally.late(), tally.damaged());
    }

    Resumable resumable() {
        return new Resumable(description, samples(), lastTime, lastClock, losses(), events);
    }
}
