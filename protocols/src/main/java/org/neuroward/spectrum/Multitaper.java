package org.neuroward.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.neuroward.signal.SamplingRate;

/**
 * Power spectral density from several orthogonal tapers of each epoch (Thomson 1982): each epoch is freed of its mean, tapered by
 * {@link SlepianTapers}, transformed and scaled by {@code 2 / rate}. Variance falls with the number of tapers; a line becomes as
 * wide as the tapers' band. Immutable and shared. Which epochs enter is the caller's choice.
 */
public final class Multitaper {

    private final double rateHertz;
    private final SlepianTapers tapers;
    private final TaperWeights weights;
    private final FourierPlan plan;

    private Multitaper(double rateHertz, SlepianTapers tapers, TaperWeights weights, FourierPlan plan) {
        this.rateHertz = rateHertz;
        this.tapers = tapers;
        this.weights = weights;
        this.plan = plan;
    }

    /**
     * @param timeHalfBandwidth epoch duration in seconds times half bandwidth in hertz (NW)
     * @param tapers usually {@code 2 NW - 1}, beyond which tapers leak; all weigh alike
     */
    public static Multitaper of(SamplingRate rate, int epochSamples, double timeHalfBandwidth, int tapers) {
        return new Multitaper(
                rate.hertz(),
                SlepianTapers.of(epochSamples, timeHalfBandwidth, tapers),
                TaperWeights.EQUAL,
                new FourierPlan(epochSamples));
    }

    /** Four-second epochs, ±1 Hz (NW = 4), seven tapers. */
    public static Multitaper resting(SamplingRate rate) {
        return of(rate, (int) Math.round(4 * rate.hertz()), 4, 7);
    }

    /** Thirty-second epochs, ±0.5 Hz (NW = 15), 29 tapers: the spectrogram of a night. */
    public static Multitaper sleep(SamplingRate rate) {
        return of(rate, (int) Math.round(30 * rate.hertz()), 15, 29);
    }

    /** The same tapers with Thomson's adaptive weights, by frequency and epoch. */
    public Multitaper adaptive() {
        return new Multitaper(rateHertz, tapers, TaperWeights.ADAPTIVE, plan);
    }

    public int epochSamples() {
        return tapers.length();
    }

    /** Number of frequencies from 0 to half the sampling rate. */
    public int bins() {
        return plan.bins();
    }

    /**
     * Mean over epochs. An epoch of one value counts as one without power; a value that is not a number makes all densities
     * none.
     *
     * @param firstSamples where the epochs begin in {@code microvolts}; at least one
     * @throws IllegalArgumentException when an epoch does not lie within the signal
     */
    public PowerSpectrum estimate(double[] microvolts, int[] firstSamples) {
        return estimate(new double[][] {microvolts}, firstSamples).getFirst();
    }

    /**
     * The spectrum of each channel: the same bits as one channel at a time, with less memory made.
     *
     * @param microvolts {@code [channel][sample]}
     * @param firstSamples where the epochs begin, the same for all channels; at least one
     */
    public List<PowerSpectrum> estimate(double[][] microvolts, int[] firstSamples) {
        if (firstSamples.length == 0) {
            throw new IllegalArgumentException("a mean over epochs needs at least one epoch");
        }
        var epochs = newEpochs(firstSamples.length);
        List<PowerSpectrum> spectra = new ArrayList<>();
        for (double[] channel : microvolts) {
            double[] means = EpochMeans.of(channel, firstSamples, epochSamples());
            double[] mean = new double[bins()];
            for (int from = 0; from < firstSamples.length; from += epochs.lanes()) {
                int count = estimate(epochs, channel, firstSamples, from, means);
                for (int k = 0; k < mean.length; k++) {
                    double[] row = epochs.density(k);
                    for (int lane = 0; lane < count; lane++) {
                        mean[k] += row[lane];
                    }
                }
            }
            for (int k = 0; k < mean.length; k++) {
                mean[k] *= sides(k) / firstSamples.length;
            }
            spectra.add(new PowerSpectrum(stepHertz(), mean));
        }
        return spectra;
    }

    /**
     * Each epoch by itself.
     *
     * @param firstSamples where the epochs begin in {@code microvolts}; none gives an empty spectrogram
     */
    public Spectrogram spectrogram(double[] microvolts, int[] firstSamples) {
        var epochs = newEpochs(firstSamples.length);
        double[] means = EpochMeans.of(microvolts, firstSamples, epochSamples());
        double[][] density = new double[firstSamples.length][bins()];
        for (int from = 0; from < firstSamples.length; from += epochs.lanes()) {
            int count = estimate(epochs, microvolts, firstSamples, from, means);
            for (int k = 0; k < bins(); k++) {
                for (int lane = 0; lane < count; lane++) {
                    density[from + lane][k] = sides(k) * epochs.density(k)[lane];
                }
            }
        }
        return new Spectrogram(stepHertz(), epochSamples(), firstSamples, density);
    }

    private TaperedEpochs newEpochs(int count) {
        return new TaperedEpochs(plan, rateHertz, tapers, count);
    }

    private int estimate(TaperedEpochs epochs, double[] microvolts, int[] firstSamples, int from, double[] means) {
        return switch (weights) {
            case EQUAL -> epochs.estimateEqually(microvolts, firstSamples, from, means);
            case ADAPTIVE ->
                epochs.estimateAdaptively(microvolts, firstSamples, from, means, new AdaptiveWeights(tapers));
        };
    }

    private double stepHertz() {
        return rateHertz / plan.length();
    }

    /** 0 Hz and half the rate have no mirror image. */
    private double sides(int bin) {
        return bin > 0 && 2 * bin != plan.length() ? 2 : 1;
    }
}
