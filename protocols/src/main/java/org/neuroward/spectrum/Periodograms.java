package org.neuroward.spectrum;

import java.util.Arrays;

/** {@code |X[k]|²} of the tapered epochs of one channel after the other, averaged over epochs; holds working memory. */
final class Periodograms {

    /** Epochs that are transformed side by side. */
    private static final int MAX_LANES = 64;

    private final int bins;
    private final double[] taper;
    private final FourierBatch batch;
    private final double[][] sums;

    Periodograms(FourierPlan plan, double[] taper, int epochs) {
        int batches = (epochs + MAX_LANES - 1) / MAX_LANES;
        this.bins = plan.bins();
        this.taper = taper;
        this.batch = plan.newBatch((epochs + batches - 1) / batches);
        this.sums = new double[bins][batch.capacity()];
    }

    double[] mean(double[] microvolts, int[] firstSamples) {
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
        double[] means = EpochMeans.of(microvolts, firstSamples, taper.length);
        for (int from = 0; from < firstSamples.length; from += batch.capacity()) {
            int lanes = transform(microvolts, firstSamples, from, means);
            for (int k = 0; k < bins; k++) {
                addSquares(batch.real(k), batch.imaginary(k), sums[k], lanes);
            }
        }
        double[] mean = new double[bins];
        for (int k = 0; k < bins; k++) {
            for (double sum : sums[k]) {
                mean[k] += sum;
            }
            mean[k] /= firstSamples.length;
        }
        return mean;
    }

    /** The median of each bin, corrected for its bias. */
    double[] median(double[] microvolts, int[] firstSamples) {
        double[][] ofBin = new double[bins][firstSamples.length];
        double[] means = EpochMeans.of(microvolts, firstSamples, taper.length);
        for (int from = 0; from < firstSamples.length; from += batch.capacity()) {
            int lanes = transform(microvolts, firstSamples, from, means);
            for (int k = 0; k < bins; k++) {
                double[] re = batch.real(k);
                double[] im = batch.imaginary(k);
                for (int lane = 0; lane < lanes; lane++) {
                    ofBin[k][from + lane] = re[lane] * re[lane] + im[lane] * im[lane];
                }
            }
        }
        return Arrays.stream(ofBin).mapToDouble(EpochAverage::unbiasedMedian).toArray();
    }

    private int transform(double[] microvolts, int[] firstSamples, int from, double[] means) {
        int lanes = batch.load(microvolts, firstSamples, from, means, taper);
        batch.forward(lanes);
        return lanes;
    }

    private static void addSquares(double[] re, double[] im, double[] sums, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            sums[lane] += re[lane] * re[lane] + im[lane] * im[lane];
        }
    }
}
