package org.neuroward.spectrum;

/** A sum of Gaussians over frequency: centre, height and standard deviation of each, one after the other. */
final class GaussianPeaks {

    static final int PER_PEAK = 3;

    private GaussianPeaks() {}

    static double valueAt(double hertz, double[] peaks) {
        double sum = 0;
        for (int p = 0; p < peaks.length; p += PER_PEAK) {
            sum += peaks[p + 1] * shape(hertz, peaks[p], peaks[p + 2]);
        }
        return sum;
    }

    /** Derivatives by all parameters. */
    static void gradientAt(double hertz, double[] peaks, double[] gradient) {
        for (int p = 0; p < peaks.length; p += PER_PEAK) {
            double distance = (hertz - peaks[p]) / peaks[p + 2];
            double shape = shape(hertz, peaks[p], peaks[p + 2]);
            gradient[p] = peaks[p + 1] * shape * distance / peaks[p + 2];
            gradient[p + 1] = shape;
            gradient[p + 2] = peaks[p + 1] * shape * distance * distance / peaks[p + 2];
        }
    }

    private static double shape(double hertz, double centre, double deviation) {
        double distance = (hertz - centre) / deviation;
        return StrictMath.exp(-distance * distance / 2);
    }
}
