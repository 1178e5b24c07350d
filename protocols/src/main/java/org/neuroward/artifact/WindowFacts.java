package org.neuroward.artifact;

import org.neuroward.signal.SamplingRate;

/** What only the unfiltered signal of a channel shows, window by window. */
public final class WindowFacts {

    private final boolean[] flat;
    private final boolean[] clipped;
    private final double[] slopes;

    private WindowFacts(int windows) {
        flat = new boolean[windows];
        clipped = new boolean[windows];
        slopes = new double[windows];
    }

    /**
     * @param microvolts recorded samples of one channel, not filtered
     * @param lowestMicrovolts end of the converter's range
     * @param highestMicrovolts other end
     */
    public static WindowFacts of(
            double[] microvolts,
            WindowGrid grid,
            SamplingRate rate,
            double lowestMicrovolts,
            double highestMicrovolts) {
        var facts = new WindowFacts(grid.windows());
        double[] window = new double[grid.windowSamples()];
        for (int w = 0; w < grid.windows(); w++) {
            System.arraycopy(microvolts, grid.firstSample(w), window, 0, window.length);
            facts.flat[w] = deviation(window) < FlatSignal.MICROVOLTS_RMS || FlatSignal.standsStill(window, rate);
            facts.clipped[w] = FlatSignal.isClipped(window, lowestMicrovolts, highestMicrovolts);
            facts.slopes[w] = slope(window) * rate.hertz();
        }
        return facts;
    }

    boolean isFlat(int window) {
        return flat[window];
    }

    boolean isClipped(int window) {
        return clipped[window];
    }

    /** Least-squares slope in µV/s. */
    double microvoltsPerSecond(int window) {
        return slopes[window];
    }

    /** Share of the windows that are flat, 0 to 1. */
    double flatShare() {
        int count = 0;
        for (boolean f : flat) {
            count += f ? 1 : 0;
        }
        return flat.length == 0 ? 0 : (double) count / flat.length;
    }

    private static double deviation(double[] window) {
        double mean = mean(window);
        double squares = 0;
        for (double x : window) {
            squares += (x - mean) * (x - mean);
        }
        return Math.sqrt(squares / window.length);
    }

    private static double slope(double[] window) {
        double mean = mean(window);
        double centre = (window.length - 1) / 2.0;
        double sxx = 0;
        double sxy = 0;
        for (int n = 0; n < window.length; n++) {
            sxx += (n - centre) * (n - centre);
            sxy += (n - centre) * (window[n] - mean);
        }
        return sxx == 0 ? 0 : sxy / sxx;
    }

    private static double mean(double[] window) {
        double sum = 0;
        for (double x : window) {
            sum += x;
        }
        return sum / window.length;
    }
}
