package org.neuroward.connectivity;

import java.util.Arrays;
import org.neuroward.spectrum.FourierBatch;

/**
 * Fourier coefficients of some epochs of all channels, as they are and, if wanted, divided by their magnitude; working memory. Each channel has
 * two rows of bins for each epoch: row 2e holds real parts, row 2e + 1 imaginary parts.
 */
final class EpochBlock {

    /** Epochs are summed up in groups of this size. A last group that is not full ends in zeros, which add nothing. */
    static final int GROUP = 4;

    /** Epochs that are transformed side by side. */
    static final int EPOCHS = 32;

    private final BinRange bins;
    final double[][][] coefficients;
    final double[][][] phases;
    /** Squares of the magnitudes below which a coefficient counts as zero, summed over the epochs of each channel. */
    final double[] rounding;

    private int epochs;

    private final boolean withPhases;

    EpochBlock(int channels, BinRange bins, boolean withPhases) {
        this.withPhases = withPhases;
        this.bins = bins;
        this.coefficients = new double[channels][2 * EPOCHS][bins.count()];
        this.phases = new double[withPhases ? channels : 0][2 * EPOCHS][bins.count()];
        this.rounding = new double[channels];
    }

    /** Epochs held, filled up to whole groups. */
    int epochs() {
        return epochs;
    }

    /** Forgets what was held; {@link #set} follows for each channel. */
    void start(int epochs) {
        this.epochs = (epochs + GROUP - 1) / GROUP * GROUP;
        Arrays.fill(rounding, 0);
        for (int row = 2 * epochs; row < 2 * this.epochs; row++) {
            for (double[][] channel : coefficients) {
                Arrays.fill(channel[row], 0);
            }
            for (double[][] channel : phases) {
                Arrays.fill(channel[row], 0);
            }
        }
    }

    /** @param rounding for each epoch the magnitude below which a coefficient counts as zero */
    void set(int channel, FourierBatch spectra, double[] rounding) {
        for (int epoch = 0; epoch < rounding.length; epoch++) {
            this.rounding[channel] += rounding[epoch] * rounding[epoch];
        }
        double[][] rows = coefficients[channel];
        for (int k = 0; k < bins.count(); k++) {
            double[] real = spectra.real(bins.first() + k);
            double[] imaginary = spectra.imaginary(bins.first() + k);
            for (int epoch = 0; epoch < rounding.length; epoch++) {
                double squared = real[epoch] * real[epoch] + imaginary[epoch] * imaginary[epoch];
                boolean none = squared <= rounding[epoch] * rounding[epoch];
                rows[2 * epoch][k] = none ? 0 : real[epoch];
                rows[2 * epoch + 1][k] = none ? 0 : imaginary[epoch];
            }
        }
        if (withPhases) {
            for (int epoch = 0; epoch < rounding.length; epoch++) {
                divideByMagnitude(rows[2 * epoch], rows[2 * epoch + 1], phases[channel], epoch);
            }
        }
    }

    private static void divideByMagnitude(double[] re, double[] im, double[][] phases, int epoch) {
        double[] phaseRe = phases[2 * epoch];
        double[] phaseIm = phases[2 * epoch + 1];
        for (int k = 0; k < re.length; k++) {
            double magnitude = Math.sqrt(re[k] * re[k] + im[k] * im[k]);
            phaseRe[k] = magnitude == 0 ? 0 : re[k] / magnitude;
            phaseIm[k] = magnitude == 0 ? 0 : im[k] / magnitude;
        }
    }
}
