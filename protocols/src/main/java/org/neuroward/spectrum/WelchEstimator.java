package org.neuroward.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.neuroward.signal.SamplingRate;

/**
 * Mean of the periodograms of tapered epochs (Welch 1967): each epoch is freed of its mean, tapered, transformed, scaled by
 * {@code 2 / (rate Σw²)}. Which epochs enter is the caller's choice. Tapers are periodic, as in SciPy's {@code welch}; MATLAB's
 * {@code pwelch} takes the symmetric form.
 */
public final class WelchEstimator {

    private final double rateHertz;
    private final double[] taper;
    private final double scale;
    private final FourierPlan plan;
    private final EpochAverage average;

    private WelchEstimator(SamplingRate rate, double[] taper, int transformLength, EpochAverage average) {
        this.rateHertz = rate.hertz();
        this.taper = taper;
        this.average = average;
        this.plan = new FourierPlan(transformLength);
        double energy = 0;
        for (double w : taper) {
            energy += w * w;
        }
        this.scale = 1 / (rateHertz * energy);
    }

    /** Welch-R, resting band power: two-second Hann epochs, which the caller lets overlap by half; steps of 0.5 Hz. */
    public static WelchEstimator resting(SamplingRate rate) {
        return hann(rate, wholeSamples(rate, 2));
    }

    /** Welch-IAF, individual alpha frequency (Corcoran et al. 2018): four-second Hamming epochs, padded, overlap by half. */
    public static WelchEstimator alphaFrequency(SamplingRate rate) {
        return paddedHamming(rate, wholeSamples(rate, 4));
    }

    /** Welch-S, sleep features (Vallat and Walker 2021, eLife 10:e70092): median of five-second Hamming epochs, overlap by half. */
    public static WelchEstimator sleep(SamplingRate rate) {
        return medianHamming(rate, wholeSamples(rate, 5));
    }

    /**
     * MNQ, the estimator of the multinational EEG norms (Li et al. 2022, NeuroImage 256:119190): 2.56-second epochs without
     * taper or overlap (Bartlett); steps of 0.390625 Hz, which the norms' tables are bound to.
     *
     * @throws IllegalArgumentException when 2.56 seconds are no whole number of samples; resample first, for example to 200 Hz
     */
    public static WelchEstimator multinationalNorm(SamplingRate rate) {
        double exact = rate.hertz() * 2.56;
        int samples = wholeSamples(rate, 2.56);
        if (Math.abs(exact - samples) > 1e-6) {
            throw new IllegalArgumentException(
                    "epochs of 2.56 s must be a whole number of samples: rateHertz=" + rate.hertz());
        }
        return new WelchEstimator(rate, cosineTaper(1, samples), samples, EpochAverage.MEAN);
    }

    /** Hann taper, no padding. */
    public static WelchEstimator hann(SamplingRate rate, int epochSamples) {
        return new WelchEstimator(rate, cosineTaper(0.5, epochSamples), epochSamples, EpochAverage.MEAN);
    }

    /** Hann taper, no padding, median over epochs: one burst does not move it. */
    public static WelchEstimator medianHann(SamplingRate rate, int epochSamples) {
        return new WelchEstimator(rate, cosineTaper(0.5, epochSamples), epochSamples, EpochAverage.MEDIAN);
    }

    /** Hamming taper, no padding, median over epochs. */
    public static WelchEstimator medianHamming(SamplingRate rate, int epochSamples) {
        return new WelchEstimator(rate, cosineTaper(0.54, epochSamples), epochSamples, EpochAverage.MEDIAN);
    }

    /** Hamming taper, padded to the next power of two. */
    public static WelchEstimator paddedHamming(SamplingRate rate, int epochSamples) {
        int padded = Integer.highestOneBit(epochSamples);
        int length = padded == epochSamples ? padded : padded * 2;
        return new WelchEstimator(rate, cosineTaper(0.54, epochSamples), length, EpochAverage.MEAN);
    }

    public int epochSamples() {
        return taper.length;
    }

    /**
     * @param firstSamples where the epochs begin in {@code microvolts}; at least one
     * @throws IllegalArgumentException when an epoch does not lie within the signal
     */
    public PowerSpectrum estimate(double[] microvolts, int[] firstSamples) {
        return estimate(new double[][] {microvolts}, firstSamples).getFirst();
    }

    /**
     * The spectrum of each channel: the same bits as one channel at a time, with less memory made. A sample that is not a
     * number makes every density of its channel NaN.
     *
     * @param microvolts {@code [channel][sample]}
     * @param firstSamples where the epochs begin, the same for all channels; at least one
     * @throws IllegalArgumentException when an epoch does not lie within the signal
     */
    public List<PowerSpectrum> estimate(double[][] microvolts, int[] firstSamples) {
        if (firstSamples.length == 0) {
            throw new IllegalArgumentException("a mean over epochs needs at least one epoch");
        }
        var periodograms = new Periodograms(plan, taper, firstSamples.length);
        List<PowerSpectrum> spectra = new ArrayList<>();
        for (double[] channel : microvolts) {
            double[] density =
                    switch (average) {
                        case MEAN -> periodograms.mean(channel, firstSamples);
                        case MEDIAN -> periodograms.median(channel, firstSamples);
                    };
            for (int k = 0; k < density.length; k++) {
                density[k] *= (isPaired(k) ? 2 : 1) * scale;
            }
            spectra.add(new PowerSpectrum(rateHertz / plan.length(), density));
        }
        return spectra;
    }

    /** 0 Hz and half the rate have no mirror image. */
    private boolean isPaired(int bin) {
        return bin > 0 && 2 * bin != plan.length();
    }

    private static int wholeSamples(SamplingRate rate, double seconds) {
        return (int) Math.max(1, Math.round(rate.hertz() * seconds));
    }

    private static double[] cosineTaper(double pedestal, int length) {
        double[] taper = new double[length];
        for (int n = 0; n < length; n++) {
            taper[n] = pedestal - (1 - pedestal) * StrictMath.cos(2 * Math.PI * n / length);
        }
        return taper;
    }
}
