package org.neuroward.artifact;

import java.util.Arrays;

/** Location and spread that a few extreme values do not move. Percentiles interpolate linearly, as NumPy's do. */
public final class RobustStatistics {

    /** Median absolute deviation × this estimates the standard deviation of normal values. */
    static final double MAD_TO_DEVIATION = 1.4826;

    /** Interquartile range × this estimates the standard deviation of normal values. */
    private static final double IQR_TO_DEVIATION = 0.7413;

    private static final int SMALL = 16;

    private RobustStatistics() {}

    public static double median(double[] values) {
        return percentile(values, 50);
    }

    /** Median of the distances from the median. */
    public static double medianAbsoluteDeviation(double[] values) {
        double median = median(values);
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = Math.abs(values[i] - median);
        }
        return ofScratch(distances, 50);
    }

    /** Whether all are numbers: a median among values that are none means nothing. */
    static boolean areFinite(double[] values) {
        for (double x : values) {
            if (!Double.isFinite(x)) {
                return false;
            }
        }
        return true;
    }

    static double interquartileDeviation(double[] values) {
        double[] scratch = values.clone();
        return IQR_TO_DEVIATION * (ofScratch(scratch, 75) - ofScratch(scratch, 25));
    }

    static double percentile(double[] values, double percent) {
        return ofScratch(values.clone(), percent);
    }

    /** Distances from the median in units of {@code deviation}; all 0 when there is no spread to judge by. */
    static double[] scores(double[] values, double deviation) {
        double median = median(values);
        double[] scores = new double[values.length];
        for (int i = 0; i < values.length && deviation > 0; i++) {
            scores[i] = (values[i] - median) / deviation;
        }
        return scores;
    }

    /** Reorders {@code scratch}. */
    private static double ofScratch(double[] scratch, double percent) {
        if (scratch.length == 0) {
            return Double.NaN;
        }
        double position = percent / 100 * (scratch.length - 1);
        int below = (int) Math.floor(position);
        select(scratch, below);
        double lower = scratch[below];
        double upper = lower;
        if (below + 1 < scratch.length) {
            upper = scratch[below + 1];
            for (int i = below + 2; i < scratch.length; i++) {
                upper = Math.min(upper, scratch[i]);
            }
        }
        return lower + (position - below) * (upper - lower);
    }

    /** Hoare's selection: afterwards nothing before {@code rank} is larger, nothing after it smaller. */
    private static void select(double[] values, int rank) {
        int from = 0;
        int to = values.length - 1;
        while (to - from > SMALL) {
            double pivot = medianOfThree(values[from], values[(from + to) >>> 1], values[to]);
            int i = from;
            int j = to;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (rank <= j) {
                to = j;
            } else if (rank >= i) {
                from = i;
            } else {
                return;
            }
        }
        Arrays.sort(values, from, to + 1);
    }

    private static double medianOfThree(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
