package org.neuroward.bench;

import java.util.Arrays;

/** Milliseconds of one task in one round: the median of its runs and what they spread over. */
record Timing(double median, double least, double most, int runs) {

    static Timing of(double[] milliseconds) {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        return new Timing(median(sorted), sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    /** Of numbers in ascending order; between the two in the middle when there are two. */
    static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
