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

/**
 * An amplifier of two channels at 100 Hz and one at 10 Hz that delivers when the test says so, and clocks that do so too. It
 * may be live: then its counter goes on with time, whoever reads.
 */
final class Scripted implements Amplifier, HostClock {

    static final int FAST = 0;
    static final int SLOW = 1;

    Run run;
    SampleSink sink;
    volatile boolean there = true;
    Continuity continuity = Continuity.LIVE;
    Optional<String> boot = Optional.of("first boot");
    boolean counts;
    List<Channel> channels = List.of(channel("Fp1", 100), channel("Fp2", 100), channel("Resp", 10));
    private long nanos = 1_000_000_000L;
    private Duration wallSet = Duration.ZERO;
    private Duration asleep = Duration.ZERO;
    private final long[] next = new long[2];
    private final long[] first = new long[2];

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
        return there ? Optional.of(new AmplifierDescription(name(), true, channels)) : Optional.empty();
    }

    @Override
    public Continuity continuity() {
        return continuity;
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
        java.util.Arrays.fill(first, 0);
        if (started instanceof Run.Session session && continuity != Continuity.LIVE) {
            first[FAST] = session.firstSample(new SamplingRate(100));
            first[SLOW] = session.firstSample(new SamplingRate(10));
        }
        if (counts) {
            sink.counter(deviceSample());
        }
    }

    /** The device samples at 100 Hz since its clock, the monotonic one with sleep, was 0. */
    private long deviceSample() {
        return asleep.plusNanos(nanos).toMillis() / 10;
    }

    @Override
    public void stop() {
        sink = null;
    }

    @Override
    public void close() {}

    /** Delivers {@code tenths} of a second of both streams; a count is its own sample index, in the recording if that can be known. */
    void deliverTenths(int tenths) {
        for (int i = 0; i < tenths && sink != null; i++) {
            deliver(FAST, 10, 2);
            if (sink != null) {
                deliver(SLOW, 1, 1);
            }
        }
    }

    /** Delivers {@code tenths} of a second in real time: each block comes when its last sample was taken. */
    void playTenths(int tenths) {
        for (int i = 0; i < tenths && sink != null; i++) {
            sleep(Duration.ofMillis(100));
            deliverTenths(1);
        }
    }

    /** Delivers a tenth of a second of the fast stream alone. */
    void deliverFast() {
        deliver(FAST, 10, 2);
    }

    private void deliver(int stream, int samples, int channels) {
        int[] counts = new int[samples * channels];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (int) (first[stream] + next[stream] + i / channels);
        }
        sink.block(SampleBlock.of(
                stream, next[stream], channels, next[stream] * (stream == FAST ? 10_000_000L : 100_000_000L), counts));
        next[stream] += samples;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant wall() {
        return Instant.parse("2026-11-23T08:30:00Z")
                .plusNanos(nanos)
                .plus(wallSet)
                .plus(asleep);
    }

    @Override
    public Optional<Duration> findUptime() {
        return Optional.of(asleep.plusNanos(nanos));
    }

    @Override
    public Optional<String> findBootId() {
        return boot;
    }

    @Override
    public void sleep(Duration span) {
        nanos += span.toNanos();
    }

    /** Someone sets the wall clock. */
    void setWall(Duration by) {
        wallSet = wallSet.plus(by);
    }

    /** The computer sleeps: its monotonic clock stands still. */
    void suspend(Duration span) {
        asleep = asleep.plus(span);
    }

    /** The computer is started anew after {@code off}: its monotonic clock begins again. */
    void reboot(Duration off) {
        Instant wall = wall().plus(off);
        nanos = 20_000_000L;
        asleep = Duration.ZERO;
        wallSet = Duration.ZERO;
        setWall(Duration.between(wall(), wall));
        boot = boot.map(before -> before + " and another");
    }
}
