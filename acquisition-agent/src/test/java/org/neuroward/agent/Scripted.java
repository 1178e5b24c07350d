package org.neuroward.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.AmplifierDescription;
import org.neuroward.agent.device.Continuity;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;

/** An amplifier of two channels at 100 Hz and one at 10 Hz that delivers when the test says so, and a clock that does so too. */
final class Scripted implements Amplifier, HostClock {

    static final int FAST = 0;
    static final int SLOW = 1;

    Run run;
    SampleSink sink;
    private long nanos = 1_000_000_000L;
    private final long[] next = new long[2];

    static Channel channel(String label, double hertz) {
        return new Channel(
                label,
                ChannelKind.EEG,
                "uV",
                new SamplingRate(hertz),
                new DigitalRange(-32768, 32767),
                new PhysicalRange(-3276.8, 3276.7),
                "",
                "");
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public Optional<AmplifierDescription> find() {
        return Optional.of(new AmplifierDescription(
                name(), true, List.of(channel("Fp1", 100), channel("Fp2", 100), channel("Resp", 10))));
    }

    @Override
    public Continuity continuity() {
        return Continuity.LIVE;
    }

    @Override
    public boolean measuresImpedance() {
        return false;
    }

    @Override
    public void measureImpedance(boolean on) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void start(Run started, SampleSink to) {
        run = started;
        sink = to;
        java.util.Arrays.fill(next, 0);
    }

    @Override
    public void stop() {
        sink = null;
    }

    @Override
    public void close() {}

    /** Delivers {@code tenths} of a second of both streams; a count is its own sample index. */
    void deliverTenths(int tenths) {
        for (int i = 0; i < tenths && sink != null; i++) {
            deliver(FAST, 10, 2);
            if (sink != null) {
                deliver(SLOW, 1, 1);
            }
        }
    }

    private void deliver(int stream, int samples, int channels) {
        int[] counts = new int[samples * channels];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (int) (next[stream] + i / channels);
        }
        sink.block(SampleBlock.of(stream, next[stream], channels, next[stream] * 10_000_000L, counts));
        next[stream] += samples;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant wall() {
        return Instant.parse("2026-11-23T08:30:00Z").plusNanos(nanos);
    }

    @Override
    public void sleep(Duration span) {
        nanos += span.toNanos();
    }
}
