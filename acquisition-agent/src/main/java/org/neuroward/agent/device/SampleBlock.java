package org.neuroward.agent.device;

import java.util.Arrays;

/** Consecutive samples of all channels of one stream, as counts: 20 to 100 ms of signal. Immutable. */
public final class SampleBlock {

    private final int stream;
    private final long firstSample;
    private final int channels;
    private final long deviceNanos;
    private final int[] counts;

    private SampleBlock(int stream, long firstSample, int channels, long deviceNanos, int[] counts) {
        if (channels <= 0 || counts.length == 0 || counts.length % channels != 0) {
            throw new IllegalArgumentException(
                    "a block holds whole samples: channels=" + channels + ", counts=" + counts.length);
        }
        this.stream = stream;
        this.firstSample = firstSample;
        this.channels = channels;
        this.deviceNanos = deviceNanos;
        this.counts = counts;
    }

    /**
     * @param deviceNanos the device's clock at the first sample, from the start of the run
     * @param counts sample-major; copied
     */
    public static SampleBlock of(int stream, long firstSample, int channels, long deviceNanos, int[] counts) {
        return new SampleBlock(stream, firstSample, channels, deviceNanos, counts.clone());
    }

    public int stream() {
        return stream;
    }

    public long firstSample() {
        return firstSample;
    }

    public int channels() {
        return channels;
    }

    public long deviceNanos() {
        return deviceNanos;
    }

    public int sampleCount() {
        return counts.length / channels;
    }

    public long endSample() {
        return firstSample + sampleCount();
    }

    /** A copy of all counts, sample-major. */
    public int[] counts() {
        return counts.clone();
    }

    /**
     * Some of this block's samples as a block of their own.
     *
     * @param from 0 for the first sample of this block
     * @param sliceNanos the device's clock at the first sample of the slice
     */
    public SampleBlock slice(int from, int samples, long sliceNanos) {
        int[] some = Arrays.copyOfRange(counts, from * channels, (from + samples) * channels);
        return new SampleBlock(stream, firstSample + from, channels, sliceNanos, some);
    }
}
