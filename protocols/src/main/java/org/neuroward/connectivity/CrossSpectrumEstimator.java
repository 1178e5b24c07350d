package org.neuroward.connectivity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.Band;
import org.neuroward.spectrum.FourierBatch;
import org.neuroward.spectrum.FourierPlan;

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
        return estimate(microvolts, firstSamples, bands, EnumSet.allOf(ConnectivityMeasure.class));
    }

    /**
     * As {@link #estimate(double[][], int[], List)}, with the sums of some measures only, which costs less.
     *
     * @param measures at least one
     */
    public CrossSpectra estimate(
            double[][] microvolts, int[] firstSamples, List<Band> bands, Set<ConnectivityMeasure> measures) {
        check(microvolts, firstSamples);
        BinRange bins = BinRange.covering(bands, stepHertz(), plan.bins());
        EpochBlock block =
                new EpochBlock(microvolts.length, bins, measures.contains(ConnectivityMeasure.PHASE_LOCKING_VALUE));
        CrossSums sums = new CrossSums(microvolts.length, bins.count(), measures);
        FourierBatch batch = plan.newBatch(EpochBlock.EPOCHS);
        for (int from = 0; from < firstSamples.length; from += EpochBlock.EPOCHS) {
            int to = Math.min(firstSamples.length, from + EpochBlock.EPOCHS);
            transform(microvolts, Arrays.copyOfRange(firstSamples, from, to), batch, block);
            sums.add(block);
        }
        return new CrossSpectra(sums, EnumSet.copyOf(measures), firstSamples.length, bins, stepHertz());
    }

    private void transform(double[][] microvolts, int[] firstSamples, FourierBatch batch, EpochBlock block) {
        double[] means = new double[firstSamples.length];
        double[] rounding = new double[firstSamples.length];
        block.start(firstSamples.length);
        for (int channel = 0; channel < microvolts.length; channel++) {
            for (int e = 0; e < firstSamples.length; e++) {
                means[e] = mean(microvolts[channel], firstSamples[e]);
                rounding[e] = ROUNDING * norm(microvolts[channel], firstSamples[e]);
            }
            int epochs = batch.load(microvolts[channel], firstSamples, 0, means, taper);
            batch.forward(epochs);
            block.set(channel, batch, rounding);
        }
    }

    /** Taken from the first sample on: the mean of a constant epoch is exact. */
    private double mean(double[] microvolts, int first) {
        double offset = microvolts[first];
        double even = 0;
        double odd = 0;
        int n = 0;
        for (; n + 1 < taper.length; n += 2) {
            even += microvolts[first + n] - offset;
            odd += microvolts[first + n + 1] - offset;
        }
        if (n < taper.length) {
            even += microvolts[first + n] - offset;
        }
        return offset + (even + odd) / taper.length;
    }

    /** What rounding errors are relative to, at least as large as the norm of the epoch, mean included: √n times the largest sample. */
    private double norm(double[] microvolts, int first) {
        double largest = 0;
        for (int n = 0; n < taper.length; n++) {
            largest = Math.max(largest, Math.abs(microvolts[first + n]));
        }
        return largest * Math.sqrt(taper.length);
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
            if (first < 0 || first > microvolts[0].length - taper.length) {
                throw new IllegalArgumentException("an epoch must lie within the signal: firstSample=" + first
                        + ", epochSamples=" + taper.length + ", samples=" + microvolts[0].length);
            }
        }
    }
}
