package org.neuroward.artifact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Channels that are left out for the whole recording: those criteria of the PREP pipeline (Bigdely-Shamlo 2015) that serve 19
 * channels, on the signal in its recorded reference. {@link BadChannelSearch} knows them all.
 *
 * <p>Up to 19 channels the correlation limit is 0.3 in more than 5 % of the windows, above that PREP's own 0.4 in more than 1 %.
 * A correlation above 0.3 with an ECG channel condemns a channel as well. Where the
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
        double[] deviationScores = deviationScores(facts);
        double[] noiseScores = noiseScores(facts);
        CorrelationLimit limit = CorrelationLimit.forChannels(facts.size());
        int[] isolated = windowsIsolated(facts, lowPassed, grid, limit.correlation());
        List<Optional<String>> reasons = new ArrayList<>();
        for (int c = 0; c < facts.size(); c++) {
            if (facts.get(c).flat()) {
                reasons.add(reason(BadChannelCriterion.FLAT));
            } else if (Math.abs(deviationScores[c]) > DEVIATION_SCORE) {
                reasons.add(reason(BadChannelCriterion.DEVIATION));
            } else if (noiseScores[c] > HIGH_FREQUENCY_SCORE) {
                reasons.add(reason(BadChannelCriterion.HIGH_FREQUENCY));
            } else if (isolated[c] > limit.share() * grid.windows()) {
                reasons.add(reason(BadChannelCriterion.LOW_CORRELATION));
            } else if (Math.abs(facts.get(c).heartbeatCorrelation()) > HEARTBEAT_CORRELATION) {
                reasons.add(reason(BadChannelCriterion.HEARTBEAT));
            } else {
                reasons.add(Optional.empty());
            }
        }
        return reasons;
    }

    private static Optional<String> reason(BadChannelCriterion criterion) {
        return Optional.of(criterion.code());
    }

    static double[] deviationScores(List<ChannelFacts> facts) {
        double[] deviations =
                facts.stream().mapToDouble(ChannelFacts::deviationMicrovolts).toArray();
        return RobustStatistics.scores(deviations, RobustStatistics.interquartileDeviation(deviations));
    }

    static double[] noiseScores(List<ChannelFacts> facts) {
        double[] noisiness = facts.stream()
                .mapToDouble(f -> Double.isFinite(f.noisiness()) ? f.noisiness() : 0)
                .toArray();
        return RobustStatistics.scores(
                noisiness, RobustStatistics.MAD_TO_DEVIATION * RobustStatistics.medianAbsoluteDeviation(noisiness));
    }

    /** For each channel the windows in which it goes with hardly any other; {@code lowPassed} is overwritten. */
    static int[] windowsIsolated(
            List<ChannelFacts> facts, double[][] lowPassed, WindowGrid grid, double correlationLimit) {
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
                below[alive.get(a)] += best < correlationLimit ? 1 : 0;
            }
        }
        return below;
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
