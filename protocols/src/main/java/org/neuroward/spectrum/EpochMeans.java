package org.neuroward.spectrum;

/** Means of epochs of one channel, which every estimator of a spectrum takes away first. */
final class EpochMeans {

    private EpochMeans() {}

    /** @throws IllegalArgumentException when an epoch does not lie within the signal */
    static double[] of(double[] microvolts, int[] firstSamples, int epochSamples) {
        double[] means = new double[firstSamples.length];
        for (int i = 0; i < means.length; i++) {
            if (firstSamples[i] < 0 || firstSamples[i] > microvolts.length - epochSamples) {
                throw new IllegalArgumentException("an epoch must lie within the signal: firstSample=" + firstSamples[i]
                        + ", epochSamples=" + epochSamples + ", samples=" + microvolts.length);
            }
            means[i] = sum(microvolts, firstSamples[i], epochSamples) / epochSamples;
        }
        return means;
    }

    /** Four partial sums, since each addition to one sum would wait for the last. */
    private static double sum(double[] values, int first, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int n = 0;
        for (; n + 4 <= count; n += 4) {
            a += values[first + n];
            b += values[first + n + 1];
            c += values[first + n + 2];
            d += values[first + n + 3];
        }
        for (; n < count; n++) {
            a += values[first + n];
        }
        return (a + b) + (c + d);
    }
}
