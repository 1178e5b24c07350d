package org.neuroward.connectivity;

import java.util.Arrays;

/** Fourier coefficients of a few epochs of all channels, as they are and divided by their magnitude; working memory. */
final class EpochBlock {

    /** Epochs that are summed up at a time. A last block that is not full holds zeros, which add nothing. */
    static final int EPOCHS = 8;

    private final int bins;
    final double[][] re;
    final double[][] im;
    final double[][] unitRe;
    final double[][] unitIm;
    /** Squared norms of the channels' epochs, as a measure of rounding. */
    final double[] rounding;

    EpochBlock(int channels, int bins) {
        this.bins = bins;
        this.re = new double[channels][EPOCHS * bins];
        this.im = new double[channels][EPOCHS * bins];
        this.unitRe = new double[channels][EPOCHS * bins];
        this.unitIm = new double[channels][EPOCHS * bins];
        this.rounding = new double[channels];
    }

    int bins() {
        return bins;
    }

    int channels() {
        return re.length;
    }

    void clear() {
        Arrays.fill(rounding, 0);
        for (int channel = 0; channel < re.length; channel++) {
            Arrays.fill(re[channel], 0);
            Arrays.fill(im[channel], 0);
            Arrays.fill(unitRe[channel], 0);
            Arrays.fill(unitIm[channel], 0);
        }
    }

    /**
     * @param real coefficients from 0 Hz on, of which those from {@code firstBin} on are taken
     * @param rounding magnitude below which a coefficient counts as zero
     */
    void set(int channel, int epoch, double[] real, double[] imaginary, int firstBin, double rounding) {
        this.rounding[channel] += rounding * rounding;
        for (int k = 0; k < bins; k++) {
            double a = real[firstBin + k];
            double b = imaginary[firstBin + k];
            double magnitude = Math.sqrt(a * a + b * b);
            if (magnitude <= rounding) {
                continue;
            }
            int at = epoch * bins + k;
            re[channel][at] = a;
            im[channel][at] = b;
            unitRe[channel][at] = a / magnitude;
            unitIm[channel][at] = b / magnitude;
        }
    }
}
