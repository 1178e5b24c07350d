package org.neuroward.connectivity;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.Band;
import org.neuroward.spectrum.FourierPlan;
import org.neuroward.spectrum.FourierTransform;

/**
 * Cross-spectra of all pairs of channels over tapered epochs: each epoch of each channel is freed of its mean, tapered and
 * transformed. Which epochs enter is the caller's choice; take the same number for everybody who is compared. Immutable.
 */
public final class CrossSpectrumEstimator {

    /** Measures over epochs say nothing about a single one. */
    public static final int MIN_EPOCHS = 2;

    /** A band narrower than the taper's noise bandwidth (1.5 bins) has no value of its own. */
    public static final int MIN_BINS = 2;

    /** Coefficients below this part of the epoch's norm are what rounding left of a signal without power. */
    private static final double ROUNDING = 1e-13;

    private final SamplingRate rate;
    private final double[] taper;
    private final FourierPlan plan;

    private CrossSpectrumEstimator(SamplingRate rate, int epochSamples, int period) {
        if (epochSamples < 2) {
            throw new IllegalArgumentException("an epoch needs at least two samples: epochSamples=" + epochSamples);
        }
        this.rate = rate;
        this.taper = new double[epochSamples];
        for (int n = 0; n < epochSamples; n++) {
            taper[n] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * n / period);
        }
        this.plan = new FourierPlan(epochSamples);
    }

    /** Periodic Hann taper, as for resting spectra. */
    public static CrossSpectrumEstimator hann(SamplingRate rate, int epochSamples) {
        return new CrossSpectrumEstimator(rate, epochSamples, epochSamples);
    }

    /** Hann taper that is zero at both ends, as NumPy's {@code hanning} and MNE's. */
    public static CrossSpectrumEstimator symmetricHann(SamplingRate rate, int epochSamples) {
        return new CrossSpectrumEstimator(rate, epochSamples, epochSamples - 1);
    }

    public int epochSamples() {
        return taper.length;
    }

    /** Distance of neighbouring frequencies. */
    public double stepHertz() {
        return rate.hertz() / taper.length;
    }

    /**
     * @param microvolts [channel][sample], at least two channels; a channel with a NaN in an epoch has no values
     * @param firstSamples where the epochs begin, at least {@value #MIN_EPOCHS}
     * @param bands of which values will be asked; each must hold at least {@value #MIN_BINS} frequencies below half the rate
     */
    public CrossSpectra estimate(double[][] microvolts, int[] firstSamples, List<Band> bands) {
        check(microvolts, firstSamples);
        BinRange bins = BinRange.covering(bands, stepHertz(), plan.bins());
        EpochBlock block = new EpochBlock(microvolts.length, bins.count());
        CrossSums sums = new CrossSums(microvolts.length, bins.count());
        for (int from = 0; from < firstSamples.length; from += EpochBlock.EPOCHS) {
            int to = Math.min(firstSamples.length, from + EpochBlock.EPOCHS);
            transform(microvolts, Arrays.copyOfRange(firstSamples, from, to), bins, block);
            sums.add(block);
        }
        return new CrossSpectra(sums, firstSamples.length, bins, stepHertz());
    }

    private void transform(double[][] microvolts, int[] firstSamples, BinRange bins, EpochBlock block) {
        FourierTransform transform = plan.newTransform();
        double[] epoch = new double[taper.length];
        double[] re = new double[plan.bins()];
        double[] im = new double[plan.bins()];
        block.clear();
        for (int channel = 0; channel < microvolts.length; channel++) {
            for (int e = 0; e < firstSamples.length; e++) {
                double norm = fill(epoch, microvolts[channel], firstSamples[e]);
                transform.forward(epoch, re, im);
                block.set(channel, e, re, im, bins.first(), ROUNDING * norm);
            }
        }
    }

    /**
     * The mean is taken from the first sample on: a constant epoch leaves exact zeros.
     *
     * @return the norm of the tapered samples, mean included, which rounding errors are relative to
     */
    private double fill(double[] epoch, double[] microvolts, int first) {
        double offset = microvolts[first];
        double sum = 0;
        for (int n = 0; n < taper.length; n++) {
            sum += microvolts[first + n] - offset;
        }
        double mean = sum / taper.length;
        double squares = 0;
        for (int n = 0; n < taper.length; n++) {
            double tapered = microvolts[first + n] * taper[n];
            squares += tapered * tapered;
            epoch[n] = (microvolts[first + n] - offset - mean) * taper[n];
        }
        return Math.sqrt(squares);
    }

    private void check(double[][] microvolts, int[] firstSamples) {
        if (microvolts.length < 2) {
            throw new IllegalArgumentException(
                    "connectivity needs at least two channels: channels=" + microvolts.length);
        }
        if (firstSamples.length < MIN_EPOCHS) {
            throw new IllegalArgumentException(
                    "connectivity needs at least " + MIN_EPOCHS + " epochs: epochs=" + firstSamples.length);
        }
        for (double[] channel : microvolts) {
            if (channel.length != microvolts[0].length) {
                throw new IllegalArgumentException("all channels must have as many samples: first="
                        + microvolts[0].length + ", other=" + channel.length);
            }
        }
        for (int first : firstSamples) {
            Objects.checkFromIndexSize(first, taper.length, microvolts[0].length);
        }
    }
}
