package org.neuroward.filter;

import java.util.Arrays;

/**
 * A {@link CausalFilter} with the memory of many channels of one stream. Channels are filtered four at a time, with the bits
 * each would have alone, in blocks of any size. Makes no garbage. A bank must not be carried over a gap: {@link #settle} it
 * anew. Not for use by two threads at once.
 */
public final class FilterBank {

    private final Cascade cascade;
    private final int channels;
    private final PairMemory[][][] memoryOfGroup;
    private final double[][] four = new double[Cascade.SIDE_BY_SIDE][];
    private double[] unused = new double[0];

    FilterBank(Cascade cascade, int channels) {
        if (channels < 0) {
            throw new IllegalArgumentException("a number of channels must not be negative: " + channels);
        }
        this.cascade = cascade;
        this.channels = channels;
        int groups = (channels + Cascade.SIDE_BY_SIDE - 1) / Cascade.SIDE_BY_SIDE;
        this.memoryOfGroup = new PairMemory[groups][][];
        for (int group = 0; group < groups; group++) {
            memoryOfGroup[group] = cascade.silent(Cascade.SIDE_BY_SIDE);
        }
    }

    public int channels() {
        return channels;
    }

    /** From now on the channel counts as one that was always at {@code microvolts}: its offset causes no transient. */
    public void settle(int channel, double microvolts) {
        if (channel < 0 || channel >= channels) {
            throw new IllegalArgumentException(
                    "channel must be one of the bank's: channel=" + channel + ", channels=" + channels);
        }
        cascade.settle(memoryOfGroup[channel / Cascade.SIDE_BY_SIDE], channel % Cascade.SIDE_BY_SIDE, microvolts);
    }

    /**
     * Filters the next samples of all channels in place.
     *
     * @param microvolts {@code [channel][sample]}: one row for each channel, all of one length
     */
    public void apply(double[][] microvolts) {
        if (microvolts.length != channels) {
            throw new IllegalArgumentException(
                    "a block must have the bank's channels: block=" + microvolts.length + ", bank=" + channels);
        }
        int samples = channels == 0 ? 0 : microvolts[0].length;
        for (int group = 0; group < memoryOfGroup.length; group++) {
            for (int i = 0; i < four.length; i++) {
                int channel = group * Cascade.SIDE_BY_SIDE + i;
                four[i] = channel < channels ? microvolts[channel] : unused(samples);
                checkLength(four[i], samples, channel);
            }
            cascade.forward(four, 0, samples, memoryOfGroup[group]);
        }
        Arrays.fill(four, null);
    }

    private static void checkLength(double[] row, int samples, int channel) {
        if (row.length != samples) {
            throw new IllegalArgumentException("channels of a block must be equally long: channel=" + channel
                    + ", samples=" + row.length + ", channel0=" + samples);
        }
    }

    /** The last group is filled up by a channel of no interest. */
    private double[] unused(int samples) {
        if (unused.length != samples) {
            unused = new double[samples];
        }
        return unused;
    }
}
