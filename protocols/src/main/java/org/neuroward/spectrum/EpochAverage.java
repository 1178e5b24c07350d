package org.neuroward.spectrum;

import java.util.Arrays;

/** How the periodograms of epochs become one spectrum. */
enum EpochAverage {
    MEAN,
    MEDIAN;

    /**
     * Median over epochs divided by its expectation for periodograms of noise, which are exponentially distributed (Allen et
     * al. 2012, Physical Review D 85:122006, appendix B; SciPy's {@code average="median"}). With many epochs the divisor
     * approaches ln 2 = 0.6931.
     *
     * <p>A single value that is not a number makes the median none.
     *
     * @param powers of one frequency, one for each epoch; is sorted
     */
    static double unbiasedMedian(double[] powers) {
        Arrays.sort(powers);
        if (Double.isNaN(powers[powers.length - 1])) {
            return Double.NaN;
        }
        int half = powers.length / 2;
        double median = powers.length % 2 == 1 ? powers[half] : (powers[half - 1] + powers[half]) / 2;
        return median / medianBias(powers.length);
    }

    private static double medianBias(int epochs) {
        double bias = 1;
        for (int i = 2; i <= epochs - 1; i += 2) {
            bias += 1.0 / (i + 1) - 1.0 / i;
        }
        return bias;
    }
}
