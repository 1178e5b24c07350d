package org.neuroward.filter;

/**
 * A low-pass of continuous time, sampled at every phase that a result can have between two samples: a sinc under a Kaiser
 * window (Kaiser 1974), the taps of each phase scaled to a sum of 1 so that a constant stays what it is. Immutable.
 */
final class PolyphaseTaps {

    /** Of the lower rate: the end of the pass band and the beginning of the stop band. */
    private static final double PASS = 0.4;

    private static final double STOP = 0.5;
    private static final double STOP_DECIBELS = 60.5;
    private static final double KAISER_BETA = 0.1102 * (STOP_DECIBELS - 8.7);

    private final int half;
    private final double[][] taps;

    /** @param rate of the result over that of the samples, at most 1 */
    PolyphaseTaps(int phases, double rate) {
        this.half = perPhase(rate) / 2;
        this.taps = new double[phases][2 * half];
        double cutoff = rate * (PASS + STOP) / 2;
        for (int phase = 0; phase < phases; phase++) {
            double sum = 0;
            for (int k = 0; k < 2 * half; k++) {
                double distance = k - (half - 1) - (double) phase / phases;
                taps[phase][k] = 2 * cutoff * sinc(2 * cutoff * distance) * kaiser(distance / half);
                sum += taps[phase][k];
            }
            for (int k = 0; k < 2 * half; k++) {
                taps[phase][k] /= sum;
            }
        }
    }

    /** Kaiser's estimate of the length that his window needs, made a multiple of eight. */
    static int perPhase(double rate) {
        double length = (STOP_DECIBELS - 7.95) / (14.36 * (STOP - PASS) * rate);
        return 8 * (int) Math.ceil(length / 8);
    }

    /** Samples on either side of a result that enter it. */
    int half() {
        return half;
    }

    /** Weights of the samples from {@code half - 1} before the one at or before the result on. */
    double[] ofPhase(int phase) {
        return taps[phase];
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
    }

    /** Zero at and beyond the ends, so that the filter stays symmetric. */
    private static double kaiser(double position) {
        return Math.abs(position) >= 1
                ? 0
                : bessel(KAISER_BETA * Math.sqrt(1 - position * position)) / bessel(KAISER_BETA);
    }

    /** Modified Bessel function of the first kind of order 0, by its power series. */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-18 * sum; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
