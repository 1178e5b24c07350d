package org.neuroward.agent.device.lsl;

import java.util.Arrays;
import org.neuroward.agent.device.SampleBlock;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.FrameContent.Missing;

/** Numbers the samples of a run and cuts them into blocks of about 40 ms. Belongs to one thread. */
final class BlockMaker {

    private static final double BLOCK_SECONDS = 0.04;

    private final SampleSink sink;
    private final SamplingRate rate;
    private final int channels;
    private final int[] counts;
    private final int most;
    private int filled;
    private long next;
    private double firstStamp;
    private long baseNanos;
    private double baseStamp = Double.NaN;

    BlockMaker(SampleSink sink, SamplingRate rate, int channels) {
        this.sink = sink;
        this.rate = rate;
        this.channels = channels;
        this.most = Math.clamp(Math.round(rate.hertz() * BLOCK_SECONDS), 1, 4096);
        this.counts = new int[most * channels];
    }

    /** Number of the sample that comes next. */
    long next() {
        return next;
    }

    void sample(int[] row, double stamp) {
        if (filled == 0) {
            firstStamp = stamp;
        }
        System.arraycopy(row, 0, counts, filled * channels, channels);
        filled++;
        next++;
        if (filled == most) {
            flush();
        }
    }

    /** Passes on what is there. */
    void flush() {
        if (filled > 0) {
            long first = next - filled;
            int[] some = Arrays.copyOf(counts, filled * channels);
            filled = 0;
            sink.block(SampleBlock.of(0, first, channels, deviceNanos(first, firstStamp), some));
        }
    }

    void gap(long samples, Missing missing, double stampAfter) {
        flush();
        long left = samples;
        while (left > 0) {
            int some = (int) Math.min(left, Integer.MAX_VALUE);
            sink.gap(0, next, some, missing, deviceNanos(next, stampAfter - left / rate.hertz()));
            next += some;
            left -= some;
        }
    }

    /** Stamps are of another clock from here on; the run's time goes on by the sample number. */
    void newClock() {
        flush();
        baseStamp = Double.NaN;
    }

    private long deviceNanos(long sample, double stamp) {
        if (Double.isNaN(baseStamp)) {
            baseStamp = stamp;
            baseNanos = rate.timeOf(sample).toNanos();
        }
        return baseNanos + Math.round((stamp - baseStamp) * 1e9);
    }
}
