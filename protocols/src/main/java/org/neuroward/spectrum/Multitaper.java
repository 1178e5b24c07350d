package org.neuroward.spectrum;

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
     * Mean over epochs. An epoch of zeros counts as one without power; a value that is not a number makes all densities none.
     *
     * @param firstSamples where the epochs begin in {@code microvolts}; at least one
     */
    public PowerSpectrum estimate(double[] microvolts, int[] firstSamples) {
        if (firstSamples.length == 0) {
            throw new IllegalArgumentException("a mean over epochs needs at least one epoch");
        }
        var one = new OneEpoch();
        double[] sums = new double[bins()];
        double[] density = new double[bins()];
        for (int first : firstSamples) {
            one.estimate(microvolts, first, density);
            for (int k = 0; k < sums.length; k++) {
                sums[k] += density[k];
            }
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= firstSamples.length;
        }
        return new PowerSpectrum(rateHertz / plan.length(), sums);
    }

    /** Each epoch by itself. @param firstSamples where the epochs begin in {@code microvolts}; none gives an empty spectrogram */
    public Spectrogram spectrogram(double[] microvolts, int[] firstSamples) {
        var one = new OneEpoch();
        double[][] density = new double[firstSamples.length][bins()];
        for (int e = 0; e < firstSamples.length; e++) {
            one.estimate(microvolts, firstSamples[e], density[e]);
        }
        return new Spectrogram(rateHertz / plan.length(), epochSamples(), firstSamples, density);
    }

    /** Working memory for the epochs of one signal. */
    private final class OneEpoch {

        private final double[][] taper = new double[tapers.count()][];
        private final double[][] power = new double[tapers.count()][bins()];
        private final double[] centred = new double[plan.length()];
        private final double[] tapered = new double[plan.length()];
        private final double[] re = new double[bins()];
        private final double[] im = new double[bins()];
        private final double[] ofTapers = new double[tapers.count()];
        private final FourierTransform transform = plan.newTransform();
        private final AdaptiveWeights adaptive = new AdaptiveWeights(tapers);

        OneEpoch() {
            for (int k = 0; k < taper.length; k++) {
                taper[k] = tapers.taper(k);
            }
        }

        void estimate(double[] microvolts, int first, double[] density) {
            double variance = centre(microvolts, first);
            for (int k = 0; k < taper.length; k++) {
                for (int n = 0; n < centred.length; n++) {
                    tapered[n] = centred[n] * taper[k][n];
                }
                transform.forward(tapered, re, im);
                for (int j = 0; j < re.length; j++) {
                    power[k][j] = (re[j] * re[j] + im[j] * im[j]) / rateHertz;
                }
            }
            switch (weights) {
                case EQUAL -> combineEqually(density);
                case ADAPTIVE -> combineAdaptively(variance / rateHertz, density);
            }
            for (int j = 0; j < density.length; j++) {
                density[j] *= j > 0 && 2 * j != plan.length() ? 2 : 1;
            }
        }

        private double centre(double[] microvolts, int first) {
            if (first < 0 || first > microvolts.length - centred.length) {
                throw new IllegalArgumentException("an epoch must lie within the signal: firstSample=" + first
                        + ", epochSamples=" + centred.length + ", samples=" + microvolts.length);
            }
            double mean = EpochMeans.mean(microvolts, first, centred.length);
            double squares = 0;
            for (int n = 0; n < centred.length; n++) {
                centred[n] = microvolts[first + n] - mean;
                squares += centred[n] * centred[n];
            }
            return squares / centred.length;
        }

        private void combineEqually(double[] density) {
            java.util.Arrays.fill(density, 0);
            for (double[] ofTaper : power) {
                for (int j = 0; j < density.length; j++) {
                    density[j] += ofTaper[j];
                }
            }
            for (int j = 0; j < density.length; j++) {
                density[j] /= power.length;
            }
        }

        private void combineAdaptively(double whiteDensity, double[] density) {
            adaptive.beginEpoch(whiteDensity);
            for (int j = 0; j < density.length; j++) {
                for (int k = 0; k < ofTapers.length; k++) {
                    ofTapers[k] = power[k][j];
                }
                density[j] = adaptive.combine(ofTapers);
            }
        }
    }
}
