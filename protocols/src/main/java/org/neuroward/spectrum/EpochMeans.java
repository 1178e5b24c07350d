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
            means[i] = mean(microvolts, firstSamples[i], epochSamples);
        }
        return means;
    }

    /**
     * Of the differences from the first sample, so that a constant has exactly its value for a mean and no power at all. Four
     * partial sums, since each addition to one sum would wait for the last.
     */
    static double mean(double[] values, int first, int count) {
        double offset = values[first];
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int n = 0;
        for (; n + 4 <= count; n += 4) {
            a += values[first + n] - offset;
            b += values[first + n + 1] - offset;
            c += values[first + n + 2] - offset;
            d += values[first + n + 3] - offset;
        }
        for (; n < count; n++) {
            a += values[first + n] - offset;
        }
        return offset + ((a + b) + (c + d)) / count;
    }
}
