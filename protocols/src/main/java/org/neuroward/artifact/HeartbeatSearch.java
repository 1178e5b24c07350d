package org.neuroward.artifact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.filter.FirFilter;
import org.neuroward.signal.SamplingRate;

/**
 * Finds the beats of the heart: peaks of the rectified 5–25 Hz signal, at least 0.4 s apart and half as high as those of most
 * two-second windows. They are beats when there are thirty or more, 0.8 to 2 in a second, and seven of ten intervals lie within
 * a fifth of the median: a mean over fewer beats correlates with anything.
 *
 * <p>Without an ECG channel only a heart that stands out of the EEG is found, at four robust standard deviations. Regular
 * discharges of the brain at that pace look the same to this rule.
 */
public final class HeartbeatSearch {

    private static final double LOW_HERTZ = 5;
    private static final double HIGH_HERTZ = 25;
    private static final double LOWEST_RATE_HERTZ = 75;
    private static final double PEAK_WINDOW_SECONDS = 2;
    private static final double PEAK_SHARE = 0.5;
    private static final double REFRACTORY_SECONDS = 0.4;
    private static final int FEWEST_BEATS = 30;
    private static final double SHORTEST_INTERVAL_SECONDS = 0.5;
    private static final double LONGEST_INTERVAL_SECONDS = 1.25;
    private static final double REGULAR_SHARE = 0.7;
    private static final double REGULAR_WITHIN = 0.2;
    private static final double CONSPICUOUS_DEVIATIONS = 4;

    private final SamplingRate rate;
    private final List<Stretch> gapless;

    /** @param gapless stretches that lie end to end in the signal arrays */
    public HeartbeatSearch(SamplingRate rate, List<Stretch> gapless) {
        this.rate = rate;
        this.gapless = List.copyOf(gapless);
    }

    /**
     * @param microvolts of an ECG channel; empty when it shows no regular beat, holds a value that is no number, or is
     *     sampled below 75 Hz
     */
    public Optional<Heartbeat> inEcg(double[] microvolts) {
        return find(microvolts, 0);
    }

    /** In the first channel that shows it plainly. @param microvolts [channel][sample] */
    public Optional<Heartbeat> inEeg(double[][] microvolts) {
        return Arrays.stream(microvolts)
                .map(channel -> find(channel, CONSPICUOUS_DEVIATIONS))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Heartbeat> find(double[] microvolts, double deviations) {
        if (rate.hertz() < LOWEST_RATE_HERTZ || !RobustStatistics.areFinite(microvolts)) {
            return Optional.empty();
        }
        double[] rectified =
                new StretchFilter(gapless).apply(FirFilter.bandPass(rate, LOW_HERTZ, HIGH_HERTZ), microvolts);
        double lowest =
                deviations * RobustStatistics.MAD_TO_DEVIATION * RobustStatistics.medianAbsoluteDeviation(rectified);
        for (int n = 0; n < rectified.length; n++) {
            rectified[n] = Math.abs(rectified[n]);
        }
        double limit = Math.max(lowest, PEAK_SHARE * usualPeak(rectified));
        List<Integer> beats = new ArrayList<>();
        List<Double> intervals = new ArrayList<>();
        for (Stretch stretch : gapless) {
            List<Integer> within = peaks(rectified, stretch, limit);
            for (int b = 1; b < within.size(); b++) {
                intervals.add((within.get(b) - within.get(b - 1)) / rate.hertz());
            }
            beats.addAll(within);
        }
        return limit > 0 && isRegular(intervals) && beats.size() >= FEWEST_BEATS
                ? Optional.of(
                        new Heartbeat(beats.stream().mapToInt(Integer::intValue).toArray(), gapless, rate))
                : Optional.empty();
    }

    /** Median over two-second windows of the largest value; 0 without a window. */
    private double usualPeak(double[] rectified) {
        WindowGrid windows = WindowGrid.over(gapless, (int) Math.round(PEAK_WINDOW_SECONDS * rate.hertz()));
        double[] largest = new double[windows.windows()];
        for (int w = 0; w < largest.length; w++) {
            for (int n = windows.firstSample(w); n < windows.firstSample(w) + windows.windowSamples(); n++) {
                largest[w] = Math.max(largest[w], rectified[n]);
            }
        }
        double median = RobustStatistics.median(largest);
        return median > 0 ? median : 0;
    }

    private List<Integer> peaks(double[] rectified, Stretch stretch, double limit) {
        int refractory = (int) Math.round(REFRACTORY_SECONDS * rate.hertz());
        int end = stretch.firstSample() + stretch.samples();
        List<Integer> peaks = new ArrayList<>();
        for (int n = stretch.firstSample() + 1; n < end - 1; n++) {
            boolean peak = rectified[n] > limit && rectified[n] >= rectified[n - 1] && rectified[n] > rectified[n + 1];
            if (!peak) {
                continue;
            }
            boolean near = !peaks.isEmpty() && n - peaks.getLast() < refractory;
            if (!near) {
                peaks.add(n);
            } else if (rectified[n] > rectified[peaks.getLast()]) {
                peaks.set(peaks.size() - 1, n);
            }
        }
        return peaks;
    }

    private static boolean isRegular(List<Double> intervals) {
        if (intervals.isEmpty()) {
            return false;
        }
        double median = RobustStatistics.median(
                intervals.stream().mapToDouble(Double::doubleValue).toArray());
        long near = intervals.stream()
                .filter(interval -> Math.abs(interval - median) <= REGULAR_WITHIN * median)
                .count();
        return median >= SHORTEST_INTERVAL_SECONDS
                && median <= LONGEST_INTERVAL_SECONDS
                && near >= REGULAR_SHARE * intervals.size();
    }
}
