package org.neuroward.agent.device.lsl;

import java.util.Optional;
import java.util.OptionalLong;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.agent.device.line.ArrivalTimes;
import org.neuroward.agent.device.line.BlockCounter;
import org.neuroward.agent.device.line.BlockCounter.Step;
import org.neuroward.lsl.SampleBatch;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;

/**
 * One run: numbers what comes, and finds what does not. A declared counter proves losses exactly. Without one, stamps that stay
 * late on their line are a loss of as many samples; the computer's own clock must agree, else the source's clock was set. Safe
 * for use by several threads.
 */
final class SampleRun {

    private static final long LEAST_SILENCE_NANOS = 500_000_000L;
    private static final int SILENT_PERIODS = 25;
    private static final double ARRIVAL_SLACK_SECONDS = 0.5;

    /** Without a declared modulo a counter never starts again within a recording. */
    private static final long NO_MODULO = 1L << 53;

    private final SampleSink sink;
    private final LslChannels channels;
    private final SamplingRate rate;
    private final HostClock clock;
    private final BlockMaker blocks;
    private final StampLine line;
    private final HeldRows held;
    private final ArrivalTimes arrivals;
    private final BlockCounter counter;
    private final boolean countsForEver;
    private GapCause pending;
    private boolean newClock;
    private boolean stopped;
    private DeviceState state;
    private long heardNanos;
    private double lastStamp;

    SampleRun(SampleSink sink, LslChannels channels, OptionalLong modulo, HostClock clock) {
        this.sink = sink;
        this.channels = channels;
        this.rate = channels.channels().getFirst().rate();
        this.clock = clock;
        this.blocks = new BlockMaker(sink, rate, channels.channels().size());
        this.line = new StampLine(rate.hertz());
        this.held = new HeldRows(rate.hertz(), channels.channels().size());
        this.arrivals = new ArrivalTimes(rate.hertz());
        this.countsForEver = modulo.isEmpty();
        this.counter = new BlockCounter(modulo.orElse(NO_MODULO));
        this.heardNanos = clock.nanos();
    }

    synchronized void samples(SampleBatch batch) {
        if (stopped) {
            return;
        }
        heardNanos = clock.nanos();
        enter(DeviceState.STREAMING);
        if (newClock) {
            goOnByOurClock(batch);
        }
        for (int sample = 0; sample < batch.count(); sample++) {
            var row = new HeldRows.Row(batch.stamp(sample), channels.counts(batch, sample));
            if (channels.counter().isPresent()) {
                numbered(batch.wholeNumber(sample, channels.counter().getAsInt()), row);
            } else {
                stamped(row);
            }
        }
        arrivals.arrived(blocks.next() + held.size(), heardNanos);
    }

    /** The source was started again: neither its numbers nor its stamps tell how long it was away. */
    private void goOnByOurClock(SampleBatch batch) {
        release();
        long before = blocks.next();
        long missing = arrivals.expected(heardNanos) - batch.count() - before;
        blocks.newClock();
        line.restart();
        counter.forget();
        if (before > 0 && missing > 0) {
            blocks.gap(missing, new Missing(GapCause.RECONNECTED, false), batch.stamp(0));
        }
        newClock = false;
        pending = null;
    }

    private void numbered(long number, HeldRows.Row row) {
        if (countsForEver && blocks.next() == 0) {
            sink.counter(number);
        }
        switch (counter.next(number)) {
            case Step.Follows follows -> deliver(row);
            case Step.Skipped skipped -> {
                GapCause cause = pending == null ? GapCause.COUNTER : pending;
                blocks.gap(skipped.blocks(), new Missing(cause, true), row.stamp());
                deliver(row);
            }
            case Step.Repeated repeated -> sink.tally(1, 0, 0);
            case Step.Late late -> sink.tally(0, 1, 0);
            case Step.Restarted restarted -> {
                long missing = line.samples(Math.max(0, line.late(row.stamp(), 0)));
                if (missing > 0 && isPlausible(missing)) {
                    blocks.gap(missing, new Missing(GapCause.STAMPS, false), row.stamp());
                    line.skip(missing);
                }
                deliver(row);
            }
        }
        pending = null;
    }

    private void stamped(HeldRows.Row row) {
        double late = line.late(row.stamp(), held.size());
        boolean onTheLine = Math.abs(late) <= line.tolerance();
        if (held.isEmpty() && onTheLine) {
            pending = null;
            deliver(row);
            return;
        }
        held.add(row, late);
        if (onTheLine || held.isEnough()) {
            settle();
        }
    }

    /**
     * Passes on what is held without a decision, since nothing follows for now. A loss before it will show, with all that is lost
     * until then, when samples come again.
     */
    private void release() {
        for (HeldRows.Row row : held.release()) {
            line.skip(1);
            pass(row);
        }
    }

    /** Decides about what is held. */
    private void settle() {
        long missing = line.samples(held.medianLate());
        boolean stayedLate = held.leastLate() > line.tolerance();
        boolean stayedEarly = held.medianLate() < -line.tolerance();
        var rows = held.release();
        if (stayedLate && missing > 0 && isPlausible(missing + rows.size())) {
            var cause = pending == null ? GapCause.STAMPS : pending;
            blocks.gap(missing, new Missing(cause, false), rows.getFirst().stamp());
            line.skip(missing);
        } else if (stayedLate || stayedEarly) {
            blocks.newClock();
            line.restart();
        }
        pending = null;
        rows.forEach(this::deliver);
    }

    /** Whether the computer's own clock lets so many more samples have been made. */
    private boolean isPlausible(long samples) {
        return samples - ARRIVAL_SLACK_SECONDS * rate.hertz() <= arrivals.expected(clock.nanos()) - blocks.next();
    }

    private void deliver(HeldRows.Row row) {
        line.learn(row.stamp());
        pass(row);
    }

    private void pass(HeldRows.Row row) {
        lastStamp = row.stamp();
        if (row.counts().isPresent()) {
            blocks.sample(row.counts().get(), row.stamp());
        } else {
            blocks.gap(1, new Missing(GapCause.SOURCE, true), row.stamp() + 1 / rate.hertz());
        }
    }

    /** A connection was made. */
    synchronized void connected(boolean otherClock) {
        newClock |= otherClock && blocks.next() + held.size() > 0;
        if (blocks.next() > 0) {
            pending = GapCause.RECONNECTED;
        }
    }

    synchronized void disconnected() {
        if (!stopped) {
            release();
            blocks.flush();
            enter(DeviceState.ABSENT);
        }
    }

    /** Nothing came for a while. */
    synchronized void idle() {
        if (stopped) {
            return;
        }
        blocks.flush();
        long silence = Math.max(LEAST_SILENCE_NANOS, (long) (SILENT_PERIODS * 1e9 / rate.hertz()));
        if (clock.nanos() - heardNanos > silence) {
            release();
            blocks.flush();
            if (state != DeviceState.ABSENT) {
                enter(DeviceState.SILENT);
            }
        }
    }

    private void enter(DeviceState entered) {
        if (state != entered) {
            state = entered;
            sink.state(entered);
        }
    }

    /** A remark of another stream, at the sample that has this stamp or is nearest to it; one of before the run is not told. */
    synchronized void annotateAt(double stamp, String text) {
        if (!stopped && blocks.next() > 0) {
            long sample = blocks.next() - 1 + line.samples(stamp - lastStamp);
            if (sample >= 0) {
                sink.annotation(new Annotation(rate.timeOf(sample), Optional.empty(), text));
            }
        }
    }

    synchronized void failed(String reason) {
        if (!stopped) {
            release();
            blocks.flush();
            sink.failed(reason);
            stopped = true;
        }
    }

    /** When this returns the sink is not called any more. */
    synchronized void stop() {
        stopped = true;
    }
}
