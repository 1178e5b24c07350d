package org.neuroward.complexity;

/** What can be said of a signal before its complexity: whether it varies at all, and by how much. */
final class Variation {

    /** Larger samples are as good as infinite: their squares no longer fit a number. */
    private static final double LARGEST = 1e150;

    private Variation() {}

    /** Whether all samples are numbers that can be computed with. */
    static boolean isFinite(double[] samples) {
        for (double sample : samples) {
            if (!(Math.abs(sample) <= LARGEST)) {
                return false;
            }
        }
        return true;
    }

    /** Mean square deviation from the mean (divided by n); 0 for a constant, exactly: differences to the first sample are taken. */
    static double variance(double[] samples) {
        double first = samples[0];
        double sum = 0;
        for (double sample : samples) {
            sum += sample - first;
        }
        double mean = sum / samples.length;
        double squares = 0;
        for (double sample : samples) {
            double deviation = sample - first - mean;
            squares += deviation * deviation;
        }
        return squares / samples.length;
    }

    static double[] differences(double[] samples) {
        double[] differences = new double[samples.length - 1];
        for (int n = 0; n < differences.length; n++) {
            differences[n] = samples[n + 1] - samples[n];
        }
        return differences;
    }
}
