package org.neuroward.connectivity;

/**
 * Sums over epochs of what the measures are made of, for each pair of channels and each bin. Epochs are added in blocks, each
 * block in one fixed order, so the sums have the same bits everywhere. One sum has one plain loop: that is the form which the
 * compiler turns into vector instructions.
 */
final class CrossSums {

    private final int channels;
    private final int bins;

    final double[] power;
    final double[] rounding;
    final double[] re;
    final double[] im;
    final double[] absIm;
    final double[] squaredIm;
    final double[] signIm;
    final double[] unitRe;
    final double[] unitIm;

    private final double[] product;

    CrossSums(int channels, int bins) {
        this.channels = channels;
        this.bins = bins;
        int pairs = channels * (channels - 1) / 2;
        this.power = new double[channels * bins];
        this.rounding = new double[channels];
        this.re = new double[pairs * bins];
        this.im = new double[pairs * bins];
        this.absIm = new double[pairs * bins];
        this.squaredIm = new double[pairs * bins];
        this.signIm = new double[pairs * bins];
        this.unitRe = new double[pairs * bins];
        this.unitIm = new double[pairs * bins];
        this.product = new double[EpochBlock.EPOCHS * bins];
    }

    int channels() {
        return channels;
    }

    int bins() {
        return bins;
    }

    void add(EpochBlock block) {
        int pair = 0;
        for (int i = 0; i < channels; i++) {
            rounding[i] += block.rounding[i];
            multiplyConjugate(block.re[i], block.im[i], block.re[i], block.im[i], product);
            addEpochs(power, i * bins);
            for (int j = i + 1; j < channels; j++) {
                addPair(block, i, j, pair * bins);
                pair++;
            }
        }
    }

    private void addPair(EpochBlock block, int i, int j, int at) {
        multiplyConjugate(block.unitRe[i], block.unitIm[i], block.unitRe[j], block.unitIm[j], product);
        addEpochs(unitRe, at);
        multiplyImaginary(block.unitRe[i], block.unitIm[i], block.unitRe[j], block.unitIm[j], product);
        addEpochs(unitIm, at);
        multiplyConjugate(block.re[i], block.im[i], block.re[j], block.im[j], product);
        addEpochs(re, at);
        multiplyImaginary(block.re[i], block.im[i], block.re[j], block.im[j], product);
        addEpochs(im, at);
        addMagnitudes(absIm, at);
        addSquares(squaredIm, at);
        addSigns(signIm, at);
    }

    /** Real part of {@code x · conj(y)}. */
    private static void multiplyConjugate(double[] xRe, double[] xIm, double[] yRe, double[] yIm, double[] into) {
        for (int t = 0; t < into.length; t++) {
            into[t] = xRe[t] * yRe[t] + xIm[t] * yIm[t];
        }
    }

    /** Imaginary part of {@code x · conj(y)}. */
    private static void multiplyImaginary(double[] xRe, double[] xIm, double[] yRe, double[] yIm, double[] into) {
        for (int t = 0; t < into.length; t++) {
            into[t] = xIm[t] * yRe[t] - xRe[t] * yIm[t];
        }
    }

    private void addEpochs(double[] sums, int at) {
        double[] p = product;
        int n = bins;
        for (int k = 0; k < n; k++) {
            sums[at + k] += ((p[k] + p[n + k]) + (p[2 * n + k] + p[3 * n + k]))
                    + ((p[4 * n + k] + p[5 * n + k]) + (p[6 * n + k] + p[7 * n + k]));
        }
    }

    private void addMagnitudes(double[] sums, int at) {
        double[] p = product;
        int n = bins;
        for (int k = 0; k < n; k++) {
            sums[at + k] += ((Math.abs(p[k]) + Math.abs(p[n + k])) + (Math.abs(p[2 * n + k]) + Math.abs(p[3 * n + k])))
                    + ((Math.abs(p[4 * n + k]) + Math.abs(p[5 * n + k]))
                            + (Math.abs(p[6 * n + k]) + Math.abs(p[7 * n + k])));
        }
    }

    private void addSquares(double[] sums, int at) {
        double[] p = product;
        int n = bins;
        for (int k = 0; k < n; k++) {
            sums[at + k] +=
                    ((p[k] * p[k] + p[n + k] * p[n + k]) + (p[2 * n + k] * p[2 * n + k] + p[3 * n + k] * p[3 * n + k]))
                            + ((p[4 * n + k] * p[4 * n + k] + p[5 * n + k] * p[5 * n + k])
                                    + (p[6 * n + k] * p[6 * n + k] + p[7 * n + k] * p[7 * n + k]));
        }
    }

    private void addSigns(double[] sums, int at) {
        double[] p = product;
        int n = bins;
        for (int k = 0; k < n; k++) {
            sums[at + k] += ((Math.signum(p[k]) + Math.signum(p[n + k]))
                            + (Math.signum(p[2 * n + k]) + Math.signum(p[3 * n + k])))
                    + ((Math.signum(p[4 * n + k]) + Math.signum(p[5 * n + k]))
                            + (Math.signum(p[6 * n + k]) + Math.signum(p[7 * n + k])));
        }
    }
}
