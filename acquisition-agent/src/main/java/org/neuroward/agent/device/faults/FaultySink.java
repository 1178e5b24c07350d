package org.neuroward.agent.device.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.Impedance;
import org.neuroward.wire.StreamLayout;

/**
 * Lets the faults happen to what passes through it. Samples that follow each other and are lost for one reason are one gap,
 * reported when a sample comes after it, as a device reports it.
 */
final class FaultySink implements SampleSink {

    private final Delays delays;
    private final List<FaultyStream> streams;
    private final long[] firstIndexes;
    private final Pending[] pending;
    private final Consumer<InjectedGap> log;
    private boolean away;

    /** Lost samples whose end has not come; numbered as the run numbers them. */
    private record Pending(GapCause cause, long firstSample, int count, long deviceNanos) {}

    /**
     * @param firstIndexes of each stream the recording's index of the run's sample 0
     * @param delays takes what is delivered, and passes it on in its time
     */
    FaultySink(Faults faults, List<Channel> channels, long[] firstIndexes, Delays delays, Consumer<InjectedGap> log) {
        this.delays = delays;
        this.firstIndexes = firstIndexes.clone();
        this.log = log;
        this.streams = StreamLayout.of(channels).streams().stream()
                .map(stream -> new FaultyStream(faults, stream, channels))
                .toList();
        this.pending = new Pending[streams.size()];
    }

    @Override
    public void block(SampleBlock block) {
        FaultyStream stream = streams.get(block.stream());
        long index = firstIndexes[block.stream()] + block.firstSample();
        int from = 0;
        while (from < block.sampleCount()) {
            Optional<GapCause> lost = stream.lost(index + from);
            int end = from + 1;
            while (end < block.sampleCount() && stream.lost(index + end).equals(lost)) {
                end++;
            }
            long nanos = stamp(block, from, index + from);
            if (lost.isPresent()) {
                lose(block.stream(), lost.get(), block.firstSample() + from, end - from, nanos);
            } else {
                pass(block, from, end - from, nanos);
            }
            from = end;
        }
    }

    private long stamp(SampleBlock block, int from, long index) {
        FaultyStream stream = streams.get(block.stream());
        return stream.stamp(
                index, block.deviceNanos() + stream.rate().timeOf(from).toNanos());
    }

    private void pass(SampleBlock block, int from, int samples, long nanos) {
        int stream = block.stream();
        report(stream);
        back();
        long first = block.firstSample() + from;
        long index = firstIndexes[stream] + first;
        int[] counts = streams.get(stream).counts(block, from, samples, index);
        delays.pass(
                streams.get(stream).rate().timeOf(index),
                to -> to.block(SampleBlock.of(stream, first, block.channels(), nanos, counts)));
    }

    private void lose(int stream, GapCause cause, long first, int count, long nanos) {
        Pending before = pending[stream];
        if (before != null && before.cause() == cause) {
            pending[stream] = new Pending(cause, before.firstSample(), before.count() + count, before.deviceNanos());
        } else {
            report(stream);
            pending[stream] = new Pending(cause, first, count, nanos);
        }
        if (cause == GapCause.RECONNECTED && !away) {
            away = true;
            delays.pass(to -> to.state(DeviceState.ABSENT));
        }
    }

    private void back() {
        if (away) {
            away = false;
            delays.pass(to -> to.state(DeviceState.STREAMING));
        }
    }

    private void report(int stream) {
        Pending gap = pending[stream];
        if (gap != null) {
            pending[stream] = null;
            log.accept(new InjectedGap(stream, firstIndexes[stream] + gap.firstSample(), gap.count(), gap.cause()));
            var missing = new Missing(gap.cause(), true);
            delays.pass(to -> to.gap(stream, gap.firstSample(), gap.count(), missing, gap.deviceNanos()));
        }
    }

    @Override
    public void gap(int stream, long firstSample, int sampleCount, Missing missing, long deviceNanos) {
        report(stream);
        long stamp = streams.get(stream).stamp(firstIndexes[stream] + firstSample, deviceNanos);
        delays.pass(to -> to.gap(stream, firstSample, sampleCount, missing, stamp));
    }

    @Override
    public void counter(long deviceSample) {
        delays.pass(to -> to.counter(deviceSample));
    }

    @Override
    public void tally(int repeated, int late, int damaged) {
        delays.pass(to -> to.tally(repeated, late, damaged));
    }

    @Override
    public void state(DeviceState state) {
        delays.pass(to -> to.state(state));
    }

    @Override
    public void impedances(List<Impedance> impedances) {
        List<Impedance> now = new ArrayList<>(impedances);
        delays.pass(to -> to.impedances(now));
    }

    @Override
    public void annotation(Annotation annotation) {
        delays.pass(to -> to.annotation(annotation));
    }

    @Override
    public void ended() {
        for (int stream = 0; stream < pending.length; stream++) {
            report(stream);
        }
        delays.pass(SampleSink::ended);
        delays.flush();
    }

    @Override
    public void failed(String reason) {
        delays.pass(to -> to.failed(reason));
        delays.flush();
    }
}
