package org.neuroward.filter;

import org.neuroward.signal.SamplingRate;

/**
 * The amplitude of a rhythm as samples arrive, for many channels of one stream: causal filter, rectification, exponential
 * moving average {@code e[n] = e[n-1] + (1 - exp(-1 / (τ rate))) (|y[n]| - e[n-1])}, times π/2, so that a steady sine within
 * the band gives its amplitude in µV. It lags behind by the group delay of the filter and about τ. Makes no garbage. Must not
 * be carried over a gap: take a new one. Not for use by two threads at once.
 */
public final class EnvelopeBank {

    private static final double AMPLITUDE_PER_MEAN = Math.PI / 2;

    private final FilterBank filter;
    private final double gain;
    private final double[] average;

    /**
     * @param filter band-pass, with what else is to be done before it: for example high-pass, then notch, then band-pass
     * @param smoothingSeconds the time constant τ
     */
    public EnvelopeBank(CausalFilter filter, double smoothingSeconds, int channels) {
        if (!(smoothingSeconds > 0)) {
            throw new IllegalArgumentException(
                    "smoothing must take a positive time: smoothingSeconds=" + smoothingSeconds);
        }
        SamplingRate rate = filter.rate();
        this.filter = filter.newBank(channels);
        this.gain = -StrictMath.expm1(-1 / (smoothingSeconds * rate.hertz()));
        this.average = new double[channels];
    }

    /** From now on the channel counts as one that was always at {@code microvolts}: its offset causes no transient. */
    public void settle(int channel, double microvolts) {
        filter.settle(channel, microvolts);
        average[channel] = 0;
    }

    /**
     * Takes the next samples of all channels.
     *
     * @param microvolts {@code [channel][sample]}: becomes the filtered signal
     * @param envelopes of the same shape: becomes the amplitude at each sample, in µV
     */
    public void apply(double[][] microvolts, double[][] envelopes) {
        filter.apply(microvolts);
        for (int channel = 0; channel < average.length; channel++) {
            average[channel] = follow(microvolts[channel], envelopes[channel], average[channel]);
        }
    }

    private double follow(double[] filtered, double[] envelope, double before) {
        double e = before;
        for (int n = 0; n < filtered.length; n++) {
            e += gain * (Math.abs(filtered[n]) - e);
            envelope[n] = AMPLITUDE_PER_MEAN * e;
        }
        return e;
    }
}
