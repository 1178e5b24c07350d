package org.neuroward.signal;

import java.util.Arrays;
import java.util.List;

/** Consecutive samples of some channels in microvolts, all at one rate and without a gap; immutable. */
public final class SignalBlock {

    private final SamplingRate rate;
    private final long firstSample;
    private final List<String> names;
    private final double[][] microvolts;

    /**
     * @param firstSample sample index in the recording of the first sample of each channel
     * @param names one for each channel
     * @param microvolts channel by channel; copied
     */
    public SignalBlock(SamplingRate rate, long firstSample, List<String> names, double[][] microvolts) {
        if (names.size() != microvolts.length
                || Arrays.stream(microvolts).anyMatch(c -> c.length != microvolts[0].length)) {
            throw new IllegalArgumentException("a signal block needs one name and the same number of samples for each"
                    + " channel: names=" + names.size() + ", channels=" + microvolts.length);
        }
        this.rate = rate;
        this.firstSample = firstSample;
        this.names = List.copyOf(names);
        this.microvolts = Arrays.stream(microvolts).map(double[]::clone).toArray(double[][]::new);
    }

    public SamplingRate rate() {
        return rate;
    }

    public long firstSample() {
        return firstSample;
    }

    public List<String> names() {
        return names;
    }

    public int channels() {
        return microvolts.length;
    }

    public int samples() {
        return microvolts.length == 0 ? 0 : microvolts[0].length;
    }

    /** A copy of one channel. */
    public double[] microvolts(int channel) {
        return microvolts[channel].clone();
    }

    public double microvolts(int channel, int sample) {
        return microvolts[channel][sample];
    }

    /** The recorded samples {@code segment} of some channels of a recording, counts turned into microvolts. */
    public static SignalBlock read(Recording recording, List<Integer> channels, List<String> names, Segment segment)
            throws java.io.IOException {
        double[][] microvolts = new double[channels.size()][];
        for (int i = 0; i < microvolts.length; i++) {
            Channel channel = recording.channels().get(channels.get(i));
            int[] counts = new int[Math.toIntExact(segment.count())];
            recording.counts(channels.get(i), segment.firstSample(), counts);
            microvolts[i] = calibrationOf(channel).microvolts(counts);
        }
        return new SignalBlock(
                recording.channels().get(channels.getFirst()).rate(), segment.firstSample(), names, microvolts);
    }

    private static Calibration calibrationOf(Channel channel) {
        return channel.findCalibration()
                .orElseThrow(() -> new IllegalArgumentException("only a voltage can be read in microvolts: channel="
                        + channel.label() + ", unit=" + channel.unit()));
    }
}
