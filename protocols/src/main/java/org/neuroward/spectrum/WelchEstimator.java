package org.neuroward.spectrum;

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

    private WelchEstimator(SamplingRate rate, double[] taper, int transformLength) {
        this.rateHertz = rate.hertz();
        this.taper = taper;
        this.plan = new FourierPlan(transformLength);
        double energy = 0;
        for (double w : taper) {
            energy += w * w;
        }
        this.scale = 1 / (rateHertz * energy);
    }

    /** Hann taper, no padding: the estimator of resting band power (two-second epochs, 0.5 Hz steps). */
    public static WelchEstimator hann(SamplingRate rate, int epochSamples) {
        return new WelchEstimator(rate, cosineTaper(0.5, epochSamples), epochSamples);
    }

    /** Hamming taper, padded to the next power of two: the estimator of the individual alpha frequency (four-second epochs). */
    public static WelchEstimator paddedHamming(SamplingRate rate, int epochSamples) {
        int padded = Integer.highestOneBit(epochSamples);
        return new WelchEstimator(rate, cosineTaper(0.54, epochSamples), padded == epochSamples ? padded : padded * 2);
    }

    public int epochSamples() {
        return taper.length;
    }

    /**
     * @param firstSamples where the epochs begin in {@code microvolts}; at least one
     */
    public PowerSpectrum estimate(double[] microvolts, int[] firstSamples) {
        if (firstSamples.length == 0) {
            throw new IllegalArgumentException("a mean over epochs needs at least one epoch");
        }
        double[] sums = new double[plan.bins()];
        double[] re = new double[plan.bins()];
        double[] im = new double[plan.bins()];
        double[] epoch = new double[plan.length()];
        FourierTransform transform = plan.newTransform();
        for (int first : firstSamples) {
            fill(epoch, microvolts, first);
            transform.forward(epoch, re, im);
            for (int k = 0; k < sums.length; k++) {
                sums[k] += re[k] * re[k] + im[k] * im[k];
            }
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] *= (isPaired(k) ? 2 : 1) * scale / firstSamples.length;
        }
        return new PowerSpectrum(rateHertz / plan.length(), sums);
    }

    private void fill(double[] epoch, double[] microvolts, int first) {
        double mean = 0;
        for (int n = 0; n < taper.length; n++) {
            mean += microvolts[first + n];
        }
        mean /= taper.length;
        for (int n = 0; n < taper.length; n++) {
            epoch[n] = (microvolts[first + n] - mean) * taper[n];
        }
    }

    /** 0 Hz and half the rate have no mirror image. */
    private boolean isPaired(int bin) {
        return bin > 0 && 2 * bin != plan.length();
    }

    private static double[] cosineTaper(double pedestal, int length) {
        double[] taper = new double[length];
        for (int n = 0; n < length; n++) {
            taper[n] = pedestal - (1 - pedestal) * StrictMath.cos(2 * Math.PI * n / length);
        }
        return taper;
    }
}
