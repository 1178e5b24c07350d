package org.neuroward.connectivity;

import java.util.Arrays;
import org.neuroward.spectrum.FourierBatch;

/**
 * Fourier coefficients of some epochs of all channels, as they are and divided by their magnitude; working memory. Each channel has
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

    EpochBlock(int channels, BinRange bins) {
        this.bins = bins;
        this.coefficients = new double[channels][2 * EPOCHS][bins.count()];
        this.phases = new double[channels][2 * EPOCHS][bins.count()];
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
        for (int channel = 0; channel < coefficients.length; channel++) {
            for (int row = 2 * epochs; row < 2 * this.epochs; row++) {
                Arrays.fill(coefficients[channel][row], 0);
                Arrays.fill(phases[channel][row], 0);
            }
        }
    }

    /** @param rounding for each epoch the magnitude below which a coefficient counts as zero */
    void set(int channel, FourierBatch spectra, double[] rounding) {
        for (int epoch = 0; epoch < rounding.length; epoch++) {
            this.rounding[channel] += rounding[epoch] * rounding[epoch];
        }
        for (int k = 0; k < bins.count(); k++) {
            double[] real = spectra.real(bins.first() + k);
            double[] imaginary = spectra.imaginary(bins.first() + k);
            for (int epoch = 0; epoch < rounding.length; epoch++) {
                double a = real[epoch];
                double b = imaginary[epoch];
                double magnitude = Math.sqrt(a * a + b * b);
                boolean none = magnitude <= rounding[epoch];
                coefficients[channel][2 * epoch][k] = none ? 0 : a;
                coefficients[channel][2 * epoch + 1][k] = none ? 0 : b;
                phases[channel][2 * epoch][k] = none ? 0 : a / magnitude;
                phases[channel][2 * epoch + 1][k] = none ? 0 : b / magnitude;
            }
        }
    }
}
