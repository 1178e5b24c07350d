package org.neuroward.evoked;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.neuroward.signal.SeededRandom;

/**
 * Standardised measurement error: how much a measure of an average would vary, were the same recording made again (Luck,
 * Stewart, Simmons and Rhemtulla 2021, Psychophysiology 58:e13793).
 */
public final class StandardisedError {

    /** A measure is refused when its error exceeds this share of the standard deviation of its norm. */
    public static final double MAX_SHARE_OF_NORM = 0.25;

    private static final int LEAST_RESAMPLES = 100;
    private static final double LEAST_SHARE_MEASURED = 0.9;

    private StandardisedError() {}

    /**
     * Of the mean amplitude over a window, in µV: the standard deviation over trials of their mean amplitudes, over √trials.
     *
     * @return empty with fewer than two trials, or when one is not a number there
     */
    public static OptionalDouble ofMeanAmplitude(Trials trials, double fromSeconds, double toSeconds) {
        double[] means = trials.meansOver(fromSeconds, toSeconds);
        if (means.length < 2) {
            return OptionalDouble.empty();
        }
        return number(deviation(means, means.length) / Math.sqrt(means.length));
    }

    /**
     * Of any measure, by bootstrap: trials are drawn with replacement, averaged and measured; the error is the standard deviation
     * over draws, in the unit of the measure.
     *
     * @param conditions whose averages the measure takes, each drawn by itself, for example target and standard
     * @param measure of their averages, in the same order
     * @param resamples at least 100; 1000 give the error to about 2 %
     * @return empty with fewer than two trials in a condition, or when more than a tenth of the draws has no such measure
     */
    public static OptionalDouble bootstrap(
            List<Trials> conditions, Function<List<EvokedWave>, OptionalDouble> measure, int resamples, long seed) {
        if (resamples < LEAST_RESAMPLES || conditions.isEmpty()) {
            throw new IllegalArgumentException("a bootstrap needs a condition and at least 100 resamples: conditions="
                    + conditions.size() + ", resamples=" + resamples);
        }
        if (conditions.stream().anyMatch(trials -> trials.count() < 2)) {
            return OptionalDouble.empty();
        }
        var random = new SeededRandom(seed);
        double[] values = new double[resamples];
        int measured = 0;
        for (int r = 0; r < resamples; r++) {
            List<EvokedWave> averages = conditions.stream()
                    .map(trials -> trials.average(drawn(trials.count(), random)))
                    .toList();
            OptionalDouble value = measure.apply(averages);
            if (value.isPresent()) {
                values[measured++] = value.getAsDouble();
            }
        }
        return measured < LEAST_SHARE_MEASURED * resamples
                ? OptionalDouble.empty()
                : number(deviation(values, measured));
    }

    /** Error of a difference of two independent averages. */
    public static double ofDifference(double error, double otherError) {
        return Math.sqrt(error * error + otherError * otherError);
    }

    /** Whether a measure with this error may be given beside a norm of this standard deviation. */
    public static boolean isAcceptable(double error, double normDeviation) {
        return error <= MAX_SHARE_OF_NORM * normDeviation;
    }

    private static int[] drawn(int count, SeededRandom random) {
        int[] chosen = new int[count];
        for (int t = 0; t < count; t++) {
            chosen[t] = random.nextInt(count);
        }
        return chosen;
    }

    private static double deviation(double[] values, int count) {
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += values[i] / count;
        }
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(squares / (count - 1));
    }

    private static OptionalDouble number(double value) {
        return value < Double.POSITIVE_INFINITY ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
