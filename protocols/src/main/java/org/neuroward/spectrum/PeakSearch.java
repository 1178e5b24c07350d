package org.neuroward.spectrum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds peaks of a flattened log10 spectrum one after the other, the highest first, and fits those that may stay together. */
final class PeakSearch {

    private static final int MOST_PEAKS = 6;
    private static final double THRESHOLD_DEVIATIONS = 2;
    private static final double LEAST_DEVIATION_HERTZ = AperiodicFit.WIDTH_LOW_HERTZ / 2;
    private static final double MOST_DEVIATION_HERTZ = AperiodicFit.WIDTH_HIGH_HERTZ / 2;
    private static final double EDGE_DEVIATIONS = 1;
    private static final double OVERLAP_DEVIATIONS = 0.75;
    private static final double CENTRE_DEVIATIONS = 1.5;
    private static final double WIDTH_AT_HALF_HEIGHT = 2 * Math.sqrt(2 * StrictMath.log(2));

    private final double[] hertz;
    private final double[] flat;

    /** A Gaussian before it is fitted. */
    private record Guess(double centre, double height, double deviation) {}

    PeakSearch(double[] hertz, double[] flat) {
        this.hertz = hertz;
        this.flat = flat;
    }

    /** Parameters of {@link GaussianPeaks}, in ascending order of frequency. */
    double[] find() {
        List<Guess> guesses = withoutOverlap(awayFromEdges(guesses()));
        if (guesses.isEmpty()) {
            return new double[0];
        }
        int n = GaussianPeaks.PER_PEAK * guesses.size();
        double[] start = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        for (int g = 0; g < guesses.size(); g++) {
            Guess guess = guesses.get(g);
            double reach = CENTRE_DEVIATIONS * guess.deviation();
            int p = GaussianPeaks.PER_PEAK * g;
            put(start, p, guess.centre(), guess.height(), guess.deviation());
            put(low, p, Math.max(hertz[0], guess.centre() - reach), 0, LEAST_DEVIATION_HERTZ);
            double highest = Math.min(hertz[hertz.length - 1], guess.centre() + reach);
            put(high, p, highest, Double.POSITIVE_INFINITY, MOST_DEVIATION_HERTZ);
        }
        return inOrder(new BoundedPeakFit(hertz, flat, low, high).from(start));
    }

    private List<Guess> guesses() {
        List<Guess> guesses = new ArrayList<>();
        double[] rest = flat.clone();
        while (guesses.size() < MOST_PEAKS) {
            int top = 0;
            for (int i = 1; i < rest.length; i++) {
                top = rest[i] > rest[top] ? i : top;
            }
            if (!(rest[top] > THRESHOLD_DEVIATIONS * deviation(rest)) || !(rest[top] > 0)) {
                break;
            }
            var guess = new Guess(hertz[top], rest[top], deviationAround(rest, top));
            guesses.add(guess);
            double[] peak = {guess.centre(), guess.height(), guess.deviation()};
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= GaussianPeaks.valueAt(hertz[i], peak);
            }
        }
        return guesses;
    }

    /** From the nearer of the two points where the peak has fallen to half its height. */
    private double deviationAround(double[] rest, int top) {
        int nearest = Integer.MAX_VALUE;
        for (int i = top - 1; i > 0 && nearest == Integer.MAX_VALUE; i--) {
            nearest = rest[i] <= rest[top] / 2 ? top - i : nearest;
        }
        for (int i = top + 1; i < rest.length && i - top < nearest; i++) {
            nearest = rest[i] <= rest[top] / 2 ? i - top : nearest;
        }
        double step = hertz[1] - hertz[0];
        double deviation = nearest == Integer.MAX_VALUE
                ? (AperiodicFit.WIDTH_LOW_HERTZ + AperiodicFit.WIDTH_HIGH_HERTZ) / 2
                : 2 * nearest * step / WIDTH_AT_HALF_HEIGHT;
        return Math.max(LEAST_DEVIATION_HERTZ, Math.min(MOST_DEVIATION_HERTZ, deviation));
    }

    private List<Guess> awayFromEdges(List<Guess> guesses) {
        return guesses.stream()
                .filter(guess -> guess.centre() - hertz[0] > EDGE_DEVIATIONS * guess.deviation()
                        && hertz[hertz.length - 1] - guess.centre() > EDGE_DEVIATIONS * guess.deviation())
                .toList();
    }

    /** Of two neighbours that overlap, the lower goes. */
    private static List<Guess> withoutOverlap(List<Guess> guesses) {
        List<Guess> sorted = new ArrayList<>(guesses);
        sorted.sort(Comparator.comparingDouble(Guess::centre));
        boolean[] dropped = new boolean[sorted.size()];
        for (int g = 0; g + 1 < sorted.size(); g++) {
            Guess left = sorted.get(g);
            Guess right = sorted.get(g + 1);
            double between = right.centre() - left.centre();
            if (between < OVERLAP_DEVIATIONS * (left.deviation() + right.deviation())) {
                dropped[left.height() <= right.height() ? g : g + 1] = true;
            }
        }
        List<Guess> kept = new ArrayList<>();
        for (int g = 0; g < dropped.length; g++) {
            if (!dropped[g]) {
                kept.add(sorted.get(g));
            }
        }
        return kept;
    }

    private static double deviation(double[] values) {
        double mean = 0;
        for (double v : values) {
            mean += v;
        }
        mean /= values.length;
        double squares = 0;
        for (double v : values) {
            squares += (v - mean) * (v - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    private static void put(double[] peaks, int at, double centre, double height, double deviation) {
        peaks[at] = centre;
        peaks[at + 1] = height;
        peaks[at + 2] = deviation;
    }

    private static double[] inOrder(double[] peaks) {
        List<double[]> sorted = new ArrayList<>();
        for (int p = 0; p < peaks.length; p += GaussianPeaks.PER_PEAK) {
            sorted.add(java.util.Arrays.copyOfRange(peaks, p, p + GaussianPeaks.PER_PEAK));
        }
        sorted.sort(Comparator.comparingDouble(peak -> peak[0]));
        return sorted.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }
}
