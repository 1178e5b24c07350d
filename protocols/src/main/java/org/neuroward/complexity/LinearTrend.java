package org.neuroward.complexity;

/** The straight line through a signal, by least squares. */
public final class LinearTrend {

    private LinearTrend() {}

    /** The samples without their mean and slope, as entropies want a segment; a single sample becomes 0. */
    public static double[] remove(double[] samples) {
        int n = samples.length;
        double centre = (n - 1) / 2.0;
        double mean = 0;
        double moment = 0;
        for (int i = 0; i < n; i++) {
            mean += samples[i];
            moment += (i - centre) * samples[i];
        }
        mean /= n;
        double slope = n < 2 ? 0 : moment / ((double) n * ((double) n * n - 1) / 12);
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = samples[i] - mean - slope * (i - centre);
        }
        return rest;
    }
}
