package org.neuroward.spectrum;

import java.util.Arrays;

/**
 * Densities of single epochs, several side by side, each from all tapers. Holds working memory: not for use by two threads at
 * once.
 */
final class TaperedEpochs {

    /** Values per working array: what a core's second cache holds of samples and of their transforms. */
    private static final int CACHED_VALUES = 1 << 16;

    private static final int MAX_LANES = 64;
    private static final int MIN_LANES = 8;

    private final double rateHertz;
    private final double[][] tapers;
    private final FourierBatch batch;
    private final double[][] centred;
    private final double[][] density;

    TaperedEpochs(FourierPlan plan, double rateHertz, SlepianTapers tapers, int epochs) {
        this.rateHertz = rateHertz;
        this.tapers = new double[tapers.count()][];
        for (int k = 0; k < this.tapers.length; k++) {
            this.tapers[k] = tapers.taper(k);
        }
        int most = Math.max(MIN_LANES, Math.min(MAX_LANES, CACHED_VALUES / plan.length()));
        int batches = Math.max(1, (epochs + most - 1) / most);
        this.batch = plan.newBatch(Math.max(1, (epochs + batches - 1) / batches));
        this.centred = new double[plan.length()][batch.capacity()];
        this.density = new double[plan.bins()][batch.capacity()];
    }

    /** Epochs that are estimated side by side. */
    int lanes() {
        return batch.capacity();
    }

    /** Two-sided density of bin {@code k}, a value for each epoch of the last estimate; live memory. */
    double[] density(int k) {
        return density[k];
    }

    /** Mean over tapers of the epochs from {@code from} on. @return how many there are */
    int estimateEqually(double[] microvolts, int[] firstSamples, int from, double[] means) {
        int count = centre(microvolts, firstSamples, from, means);
        for (double[] row : density) {
            Arrays.fill(row, 0);
        }
        for (double[] taper : tapers) {
            transform(taper, count);
            for (int k = 0; k < density.length; k++) {
                addSquares(batch.real(k), batch.imaginary(k), density[k], count);
            }
        }
        double scale = 1 / (rateHertz * tapers.length);
        for (double[] row : density) {
            for (int lane = 0; lane < count; lane++) {
                row[lane] *= scale;
            }
        }
        return count;
    }

    /** The same with adaptive weights. */
    int estimateAdaptively(
            double[] microvolts, int[] firstSamples, int from, double[] means, AdaptiveWeights adaptive) {
        double[][][] powers = new double[tapers.length][density.length][lanes()];
        int count = centre(microvolts, firstSamples, from, means);
        for (int t = 0; t < tapers.length; t++) {
            transform(tapers[t], count);
            for (int k = 0; k < density.length; k++) {
                addSquares(batch.real(k), batch.imaginary(k), powers[t][k], count);
            }
        }
        double[] ofTapers = new double[tapers.length];
        for (int lane = 0; lane < count; lane++) {
            adaptive.beginEpoch(variance(lane) / rateHertz);
            for (int k = 0; k < density.length; k++) {
                for (int t = 0; t < ofTapers.length; t++) {
                    ofTapers[t] = powers[t][k][lane] / rateHertz;
                }
                density[k][lane] = adaptive.combine(ofTapers);
            }
        }
        return count;
    }

    /** Gathers the epochs side by side once, for all tapers. */
    private int centre(double[] microvolts, int[] firstSamples, int from, double[] means) {
        int count = Math.min(lanes(), firstSamples.length - from);
        for (int lane = 0; lane < count; lane++) {
            int first = firstSamples[from + lane];
            double mean = means[from + lane];
            for (int n = 0; n < centred.length; n++) {
                centred[n][lane] = microvolts[first + n] - mean;
            }
        }
        return count;
    }

    private void transform(double[] taper, int count) {
        for (int n = 0; n < taper.length; n++) {
            multiply(centred[n], taper[n], batch.input(n), count);
        }
        batch.forward(count);
    }

    private double variance(int lane) {
        double squares = 0;
        for (double[] row : centred) {
            squares += row[lane] * row[lane];
        }
        return squares / centred.length;
    }

    private static void multiply(double[] values, double factor, double[] products, int count) {
        for (int lane = 0; lane < count; lane++) {
            products[lane] = values[lane] * factor;
        }
    }

    private static void addSquares(double[] re, double[] im, double[] sums, int count) {
        for (int lane = 0; lane < count; lane++) {
            sums[lane] += re[lane] * re[lane] + im[lane] * im[lane];
        }
    }
}
