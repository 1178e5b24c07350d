package org.neuroward.agent.device.line;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.Impedance;

/**
 * The samples of one run of a device with one sampling rate: numbers them, cuts them into blocks, states what is missing and
 * whether the device delivers. Used by the thread that reads the device; {@link #look} by the one that watches it.
 */
public final class SampleTrack {

    private static final long BLOCK_NANOS = 100_000_000L;
    private static final long LEAST_SILENCE_NANOS = 500_000_000L;
    private static final int SILENT_PERIODS = 25;
    private static final long LEAST_STALE_NANOS = 3_000_000_000L;
    private static final int STALE_SILENCES = 4;

    /** A counter may be that far ahead of the host's clock; beyond that it is not believed. */
    private static final double PLAUSIBLE_SECONDS = 2;

    private final SampleSink sink;
    private final SamplingRate rate;
    private final int channels;
    private final HostClock clock;
    private final int blockSamples;
    private final long silenceNanos;
    private final ArrivalTimes arrivals;
    private final Object stateLock = new Object();
    private long next;
    private GapCause pending;
    private volatile long lastSampleNanos;
    private volatile DeviceState state;

    public SampleTrack(SampleSink sink, SamplingRate rate, int channels, HostClock clock) {
        this.sink = sink;
        this.rate = rate;
        this.channels = channels;
        this.clock = clock;
        this.blockSamples = (int) Math.max(1, rate.hertz() * BLOCK_NANOS / 1e9);
        this.silenceNanos = Math.max(LEAST_SILENCE_NANOS, (long) (SILENT_PERIODS * 1e9 / rate.hertz()));
        this.arrivals = new ArrivalTimes(rate.hertz());
        this.lastSampleNanos = clock.nanos();
    }

    public SamplingRate rate() {
        return rate;
    }

    /** Index of the sample that comes next. */
    public long next() {
        return next;
    }

    /** The device's own number of the first sample; said before it. */
    public void counter(long deviceSample) {
        sink.counter(deviceSample);
    }

    /**
     * Samples that follow the last ones.
     *
     * @param counts sample-major, whole samples
     */
    public void samples(int[] counts) {
        int count = counts.length / channels;
        if (count > 0) {
            settle(count);
            deliver(counts, 0, count);
        }
    }

    /**
     * Samples that follow the last ones, as a device's own numbers; one with a value that is no number is missing.
     *
     * @param values sample-major, whole samples
     * @param grids one for each channel
     */
    public void values(double[] values, List<CountGrid> grids) {
        int count = values.length / channels;
        int[] counts = new int[values.length];
        settle(count);
        int from = 0;
        for (int sample = 0; sample < count; sample++) {
            if (!convert(values, sample, grids, counts)) {
                deliver(counts, from, sample);
                gap(1, new Missing(GapCause.SOURCE, true));
                from = sample + 1;
            }
        }
        deliver(counts, from, count);
    }

    private boolean convert(double[] values, int sample, List<CountGrid> grids, int[] counts) {
        for (int channel = 0; channel < channels; channel++) {
            double value = values[sample * channels + channel];
            if (!Double.isFinite(value)) {
                return false;
            }
            counts[sample * channels + channel] = grids.get(channel).count(value);
        }
        return true;
    }

    private void deliver(int[] counts, int first, int end) {
        if (first == end) {
            return;
        }
        long now = clock.nanos();
        lastSampleNanos = now;
        enter(DeviceState.STREAMING);
        for (int from = first; from < end; from += blockSamples) {
            int to = Math.min(end, from + blockSamples);
            int[] some = Arrays.copyOfRange(counts, from * channels, to * channels);
            sink.block(SampleBlock.of(0, next, channels, nanosOf(next), some));
            next += to - from;
        }
        arrivals.arrived(next, now);
    }

    /**
     * States the hole that is still to be stated, by the host's time: so many samples, now there, end at this moment. After
     * that {@link #next} is the index of the first of them.
     */
    public void settle(int samples) {
        if (pending != null) {
            long byTime = arrivals.expected(clock.nanos()) - samples - next;
            GapCause cause = pending;
            pending = null;
            gap(Math.max(0, byTime), new Missing(cause, false));
        }
    }

    /**
     * Samples that the device's counter says are missing before the next ones, 0 for none. A number that time cannot have
     * brought about is not believed: the hole is then estimated, and marked so.
     *
     * @param cause taken when no other was named before
     */
    public void missing(long samples, GapCause cause) {
        GapCause actual = pending == null ? cause : pending;
        if (isPlausible(samples)) {
            pending = null;
            gap(samples, new Missing(actual, true));
        } else {
            tally(0, 0, 1);
            pending = actual;
        }
    }

    /** Whether the host's clock lets so many more samples have been made. */
    public boolean isPlausible(long samples) {
        return samples - PLAUSIBLE_SECONDS * rate.hertz() <= arrivals.expected(clock.nanos()) - next;
    }

    /** How many samples are missing before the next ones is not known: they will be estimated by time. */
    public void lostCount(GapCause cause) {
        pending = cause;
    }

    /** The next samples come over a new connection. */
    void reopened() {
        if (next > 0) {
            pending = GapCause.RECONNECTED;
        }
    }

    private void gap(long samples, Missing missing) {
        long left = samples;
        while (left > 0) {
            int some = (int) Math.min(left, Integer.MAX_VALUE);
            sink.gap(0, next, some, missing, nanosOf(next));
            next += some;
            left -= some;
        }
    }

    /**
     * A remark.
     *
     * @param sample index in this run; one of before the run is not told
     */
    public void annotate(long sample, Optional<Duration> duration, String text) {
        if (sample >= 0 && !text.isBlank()) {
            sink.annotation(new Annotation(rate.timeOf(sample), duration, text));
        }
    }

    public void tally(int repeated, int late, int damaged) {
        sink.tally(repeated, late, damaged);
    }

    public void impedances(List<Impedance> impedances) {
        sink.impedances(impedances);
    }

    private long nanosOf(long sample) {
        return rate.timeOf(sample).toNanos();
    }

    private long silentNanos() {
        return clock.nanos() - lastSampleNanos;
    }

    /** True when nothing came for so long that the connection itself is in doubt. */
    boolean isStale() {
        return silentNanos() > Math.max(LEAST_STALE_NANOS, STALE_SILENCES * silenceNanos);
    }

    /** Says so when the device has fallen silent. */
    void look() {
        if (silentNanos() > silenceNanos) {
            enter(DeviceState.SILENT);
        }
    }

    private void enter(DeviceState entered) {
        if (state == entered) {
            return;
        }
        synchronized (stateLock) {
            boolean silent = silentNanos() > silenceNanos;
            if (state != entered && silent == (entered == DeviceState.SILENT)) {
                state = entered;
                sink.state(entered);
            }
        }
    }
}
