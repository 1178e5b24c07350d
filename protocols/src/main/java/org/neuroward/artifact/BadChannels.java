package org.neuroward.artifact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Channels that are left out for the whole recording: the criteria of the PREP pipeline (Bigdely-Shamlo 2015), on the signal
 * in its recorded reference.
 *
 * <p>Up to 19 channels the correlation limit is 0.3 in more than 5 % of the windows, above that PREP's own 0.4 in more than 1 %.
 * RANSAC, which draws lots, is left out. A correlation above 0.3 with an ECG channel condemns a channel as well. Where the
 * channels have no spread at all (their interquartile range is zero), nothing can be called an outlier.
 */
public final class BadChannels {

    public static final double DEVIATION_SCORE = 5;
    public static final double HIGH_FREQUENCY_SCORE = 5;
    public static final double HEARTBEAT_CORRELATION = 0.3;

    private static final int FEW_CHANNELS = 19;
    private static final double CORRELATION_PERCENTILE = 98;

    private BadChannels() {}

    /** Limits of the correlation criterion. @param share of the windows that may fall below */
    public record CorrelationLimit(double correlation, double share) {

        public static CorrelationLimit forChannels(int channels) {
            return channels <= FEW_CHANNELS ? new CorrelationLimit(0.3, 0.05) : new CorrelationLimit(0.4, 0.01);
        }
    }

    /**
     * For each channel the first criterion that condemns it, as a code for results.
     *
     * @param lowPassed 1–50 Hz, one array for each channel; overwritten
     */
    public static List<Optional<String>> find(List<ChannelFacts> facts, double[][] lowPassed, WindowGrid grid) {
        double[] deviations =
                facts.stream().mapToDouble(ChannelFacts::deviationMicrovolts).toArray();
        double[] deviationScores =
                RobustStatistics.scores(deviations, RobustStatistics.interquartileDeviation(deviations));
        double[] noisiness = facts.stream()
                .mapToDouble(f -> Double.isFinite(f.noisiness()) ? f.noisiness() : 0)
                .toArray();
        double[] noiseScores = RobustStatistics.scores(
                noisiness, RobustStatistics.MAD_TO_DEVIATION * RobustStatistics.medianAbsoluteDeviation(noisiness));
        boolean[] isolated = isolated(facts, lowPassed, grid);
        List<Optional<String>> reasons = new ArrayList<>();
        for (int c = 0; c < facts.size(); c++) {
            if (facts.get(c).flat()) {
                reasons.add(Optional.of("bad-flat"));
            } else if (Math.abs(deviationScores[c]) > DEVIATION_SCORE) {
                reasons.add(Optional.of("bad-deviation"));
            } else if (noiseScores[c] > HIGH_FREQUENCY_SCORE) {
                reasons.add(Optional.of("bad-high-frequency"));
            } else if (isolated[c]) {
                reasons.add(Optional.of("bad-low-correlation"));
            } else if (Math.abs(facts.get(c).heartbeatCorrelation()) > HEARTBEAT_CORRELATION) {
                reasons.add(Optional.of("bad-ecg"));
            } else {
                reasons.add(Optional.empty());
            }
        }
        return reasons;
    }

    private static boolean[] isolated(List<ChannelFacts> facts, double[][] lowPassed, WindowGrid grid) {
        CorrelationLimit limit = CorrelationLimit.forChannels(facts.size());
        List<Integer> alive = new ArrayList<>();
        for (int c = 0; c < facts.size(); c++) {
            if (!facts.get(c).flat()) {
                alive.add(c);
            }
        }
        int[] below = new int[facts.size()];
        double[][] magnitudes = new double[alive.size()][alive.size() - (alive.isEmpty() ? 0 : 1)];
        for (int w = 0; w < grid.windows(); w++) {
            correlate(alive, lowPassed, grid, w, magnitudes);
            for (int a = 0; a < magnitudes.length; a++) {
                double best = RobustStatistics.percentile(magnitudes[a], CORRELATION_PERCENTILE);
                below[alive.get(a)] += best < limit.correlation() ? 1 : 0;
            }
        }
        boolean[] isolated = new boolean[facts.size()];
        for (int c = 0; c < below.length; c++) {
            isolated[c] = below[c] > limit.share() * grid.windows();
        }
        return isolated;
    }

    /** Absolute correlations of each living channel with each other one in a window; 0 where one stands still. */
    private static void correlate(
            List<Integer> alive, double[][] signals, WindowGrid grid, int window, double[][] magnitudes) {
        int first = grid.firstSample(window);
        int samples = grid.windowSamples();
        for (int channel : alive) {
            standardise(signals[channel], first, samples);
        }
        for (int a = 0; a < alive.size(); a++) {
            for (int b = 0; b < a; b++) {
                double[] x = signals[alive.get(a)];
                double[] y = signals[alive.get(b)];
                double sum = 0;
                for (int n = first; n < first + samples; n++) {
                    sum += x[n] * y[n];
                }
                magnitudes[a][b] = Math.abs(sum);
                magnitudes[b][a - 1] = Math.abs(sum);
            }
        }
    }

    /** Mean 0 and sum of squares 1, or all zero. */
    private static void standardise(double[] signal, int first, int samples) {
        double mean = 0;
        for (int n = first; n < first + samples; n++) {
            mean += signal[n];
        }
        mean /= samples;
        double squares = 0;
        for (int n = first; n < first + samples; n++) {
            signal[n] -= mean;
            squares += signal[n] * signal[n];
        }
        double norm = Math.sqrt(squares);
        if (norm == 0) {
            Arrays.fill(signal, first, first + samples, 0);
            return;
        }
        for (int n = first; n < first + samples; n++) {
            signal[n] /= norm;
        }
    }
}
