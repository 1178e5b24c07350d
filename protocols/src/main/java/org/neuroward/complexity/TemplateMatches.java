package org.neuroward.complexity;

import java.util.Arrays;

/**
 * Counts pairs of similar templates, exactly as a comparison of all pairs would, in a fraction of its time.
 *
 * <p>All samples are ranked once. The samples within the tolerance of a given one are then an interval of ranks, so whether two
 * samples are near each other is a question about small integers, free of rounding. Templates are put in the order of their first
 * samples: only those that follow within the tolerance are compared further, in plain loops over neighbouring memory that the
 * compiler turns into vector instructions. A signal that
 * mostly stands still, clipped say, leaves all pairs to be compared. (Sorting as in Manis et al. 2018, Entropy 20:61; the ranks are
 * our own addition.)
 */
final class TemplateMatches {

    private final int templateSamples;
    /** For each sample, in order of time: the first and the last rank within the tolerance. */
    private final int[] lowest;

    private final int[] highest;
    /** Where the templates begin, in the order of their first samples. */
    private final int[] starts;
    /** For each rank, the number of templates whose first sample has that rank or a lower one. */
    private final int[] startsUpTo;
    /** [k][p]: rank of sample k of the template that is p-th in order; the first is not needed. */
    private final int[][] ranks;

    private long shorter;
    private long longer;

    /**
     * @param samples finite, at least {@code templateSamples + 2}
     * @param templateSamples m: templates of m and of m + 1 samples are counted over the same n - m starts
     * @param tolerance largest difference of samples that count as similar, itself included
     */
    TemplateMatches(double[] samples, int templateSamples, double tolerance) {
        int n = samples.length;
        this.templateSamples = templateSamples;
        this.lowest = new int[n];
        this.highest = new int[n];
        this.starts = new int[n - templateSamples];
        this.startsUpTo = new int[n];
        this.ranks = new int[templateSamples + 1][n - templateSamples];
        int[] order = SampleOrder.of(samples);
        findNeighbours(samples, order, tolerance);
        arrange(order);
        count();
    }

    /** Pairs that are similar over m samples (Richman and Moorman's B, without a factor). */
    long shorter() {
        return shorter;
    }

    /** Pairs that are similar over m + 1 samples (A). */
    long longer() {
        return longer;
    }

    /** A rounded difference never falls as the samples move apart: the neighbours of a sample are consecutive in rank. */
    private void findNeighbours(double[] samples, int[] order, double tolerance) {
        int low = 0;
        int high = 0;
        for (int rank = 0; rank < order.length; rank++) {
            double sample = samples[order[rank]];
            while (sample - samples[order[low]] > tolerance) {
                low++;
            }
            high = Math.max(high, rank);
            while (high + 1 < order.length && samples[order[high + 1]] - sample <= tolerance) {
                high++;
            }
            lowest[order[rank]] = low;
            highest[order[rank]] = high;
        }
    }

    private void arrange(int[] order) {
        int[] rankOf = new int[order.length];
        int found = 0;
        for (int rank = 0; rank < order.length; rank++) {
            rankOf[order[rank]] = rank;
            if (order[rank] < starts.length) {
                starts[found++] = order[rank];
            }
            startsUpTo[rank] = found;
        }
        for (int k = 1; k <= templateSamples; k++) {
            for (int p = 0; p < starts.length; p++) {
                ranks[k][p] = rankOf[starts[p] + k];
            }
        }
    }

    private void count() {
        int[] outside = new int[starts.length];
        for (int p = 0; p < starts.length; p++) {
            int start = starts[p];
            int from = p + 1;
            int candidates = startsUpTo[highest[start]] - from;
            if (templateSamples == 2) {
                countPairs(start, from, candidates);
            } else {
                countPairs(start, from, candidates, outside);
            }
        }
    }

    /** Templates of two and three samples: the usual case, in one pass. */
    private void countPairs(int start, int from, int candidates) {
        long misses = missesOfTwoAndThree(
                ranks[1],
                ranks[2],
                from,
                from + candidates,
                new Limits(lowest[start + 1], highest[start + 1], lowest[start + 2], highest[start + 2]));
        shorter += candidates - (int) (misses >>> Integer.SIZE);
        longer += candidates - (int) misses;
    }

    /** Ranks between which the second and the third sample of a similar template lie. */
    private record Limits(int lowestSecond, int highestSecond, int lowestThird, int highestThird) {}

    /** A difference of ranks is negative outside: its sign bit counts. @return misses over two samples, and over three, packed */
    private static long missesOfTwoAndThree(int[] second, int[] third, int from, int to, Limits limits) {
        int lowestSecond = limits.lowestSecond;
        int highestSecond = limits.highestSecond;
        int lowestThird = limits.lowestThird;
        int highestThird = limits.highestThird;
        int two = 0;
        int three = 0;
        for (int p = from; p < to; p++) {
            int miss = (second[p] - lowestSecond) | (highestSecond - second[p]);
            two += miss >>> 31;
            three += (miss | (third[p] - lowestThird) | (highestThird - third[p])) >>> 31;
        }
        return (long) two << Integer.SIZE | three;
    }

    /** Templates of any length, sample by sample. */
    private void countPairs(int start, int from, int candidates, int[] outside) {
        Arrays.fill(outside, 0, candidates, 0);
        for (int k = 1; k <= templateSamples; k++) {
            if (k == templateSamples) {
                shorter += candidates - negatives(outside, candidates);
            }
            mark(ranks[k], from, lowest[start + k], highest[start + k], outside, candidates);
        }
        longer += candidates - negatives(outside, candidates);
    }

    private static void mark(int[] ranks, int from, int lowest, int highest, int[] outside, int candidates) {
        for (int c = 0; c < candidates; c++) {
            outside[c] |= (ranks[from + c] - lowest) | (highest - ranks[from + c]);
        }
    }

    private static int negatives(int[] values, int count) {
        int negatives = 0;
        for (int c = 0; c < count; c++) {
            negatives += values[c] >>> 31;
        }
        return negatives;
    }
}
