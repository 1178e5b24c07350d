package org.neuroward.measure;

import java.util.Arrays;
import java.util.Optional;
import org.neuroward.scoring.Reliability;
import org.neuroward.scoring.Reliability.Interval;

/**
 * Standard error of a value by leaving out one group of consecutive epochs at a time (Tukey 1958): se² = (g-1)/g Σ (θᵢ - θ̄)²
 * over the g groups. Groups of consecutive epochs, because neighbours overlap and resemble each other. The interval is that of
 * Student's t with g-1 degrees of freedom at 95 %.
 */
final class Jackknife {

    private static final double LEVEL = 0.95;

    /** 97.5 % quantiles of Student's t for 1, 2, 3 … degrees of freedom. */
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093
    };

    /** Most groups that an interval can be given for. */
    static final int MAX_GROUPS = STUDENT.length + 1;

    private Jackknife() {}

    /** Group number {@code group} of {@code groups} groups of consecutive epochs, as equal in size as possible. */
    static int[] group(int[] epochs, int groups, int group) {
        return Arrays.copyOfRange(epochs, begin(epochs, groups, group), begin(epochs, groups, group + 1));
    }

    /** The epochs without group {@code left} of {@code groups} groups, as equal in size as possible. */
    static int[] without(int[] epochs, int groups, int left) {
        int from = begin(epochs, groups, left);
        int to = begin(epochs, groups, left + 1);
        int[] kept = Arrays.copyOf(epochs, epochs.length - (to - from));
        System.arraycopy(epochs, to, kept, from, epochs.length - to);
        return kept;
    }

    /**
     * For a value on a linear scale.
     *
     * @param without the value without each group
     * @param lowest the interval is cut where the value itself cannot lie
     * @return empty when one of them is not defined
     */
    static Optional<Reliability> linear(double value, double[] without, String unit, double lowest, double highest) {
        double error = standardError(without);
        double reach = student(without.length) * error;
        return error >= 0 && Double.isFinite(reach)
                ? Optional.of(new Reliability(
                        "jackknife-standard-error",
                        error,
                        unit,
                        without.length,
                        Optional.of(new Interval(
                                LEVEL,
                                Math.clamp(value - reach, lowest, highest),
                                Math.clamp(value + reach, lowest, highest)))))
                : Optional.empty();
    }

    static Optional<Reliability> linear(double value, double[] without, String unit) {
        return linear(value, without, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** For a power: the error is that of the natural logarithm, the interval is back on the scale of the value. */
    static Optional<Reliability> logarithmic(double value, double[] without) {
        double error = standardError(Arrays.stream(without).map(StrictMath::log).toArray());
        double factor = StrictMath.exp(student(without.length) * error);
        return error >= 0 && Double.isFinite(value * factor) && value > 0
                ? Optional.of(new Reliability(
                        "jackknife-standard-error-of-logarithm",
                        error,
                        "1",
                        without.length,
                        Optional.of(new Interval(LEVEL, value / factor, value * factor))))
                : Optional.empty();
    }

    /** Of the mean of independent values, s/√n. */
    static Optional<Reliability> ofMean(double[] values, String unit) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        double reach = values.length < 2 ? Double.NaN : student(values.length) * error;
        return Double.isFinite(reach)
                ? Optional.of(new Reliability(
                        "standard-error",
                        error,
                        unit,
                        values.length,
                        Optional.of(new Interval(LEVEL, mean - reach, mean + reach))))
                : Optional.empty();
    }

    private static int begin(int[] epochs, int groups, int group) {
        return (int) ((long) epochs.length * group / groups);
    }

    private static double standardError(double[] without) {
        double mean = mean(without);
        double squares = 0;
        for (double value : without) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt((without.length - 1.0) / without.length * squares);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double student(int groups) {
        return STUDENT[groups - 2];
    }
}
