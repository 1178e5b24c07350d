package org.neuroward.connectivity;

import static org.neuroward.connectivity.ConnectivityMeasure.COHERENCE;
import static org.neuroward.connectivity.ConnectivityMeasure.DEBIASED_WEIGHTED_PHASE_LAG_INDEX;
import static org.neuroward.connectivity.ConnectivityMeasure.PHASE_LAG_INDEX;
import static org.neuroward.connectivity.ConnectivityMeasure.PHASE_LOCKING_VALUE;

import java.util.Set;

/**
 * Sums over epochs of what the measures are made of, for each pair of channels and each bin: [pair][bin]. Epochs are added in
 * groups, in one fixed order, so the sums have the same bits everywhere. Each loop runs over the bins of a few rows and writes
 * one: that is the form which the compiler turns into vector instructions.
 */
final class CrossSums {

    private final int channels;
    private final int bins;

    /** [channel][bin]. */
    final double[][] power;

    final double[] rounding;
    final double[][] re;
    final double[][] im;
    final double[][] absIm;
    final double[][] squaredIm;
    final double[][] signIm;
    final double[][] unitRe;
    final double[][] unitIm;

    /** Imaginary parts of one group of epochs. */
    private final double[][] group;

    CrossSums(int channels, int bins, Set<ConnectivityMeasure> measures) {
        int pairs = channels * (channels - 1) / 2;
        this.channels = channels;
        this.bins = bins;
        this.power = new double[channels][bins];
        this.rounding = new double[channels];
        this.re = rows(measures, COHERENCE, pairs, bins);
        this.im = new double[pairs][bins];
        this.absIm = new double[pairs][bins];
        this.squaredIm = rows(measures, DEBIASED_WEIGHTED_PHASE_LAG_INDEX, pairs, bins);
        this.signIm = rows(measures, PHASE_LAG_INDEX, pairs, bins);
        this.unitRe = rows(measures, PHASE_LOCKING_VALUE, pairs, bins);
        this.unitIm = rows(measures, PHASE_LOCKING_VALUE, pairs, bins);
        this.group = new double[EpochBlock.GROUP][bins];
    }

    /** None, where the measure that needs them is not wanted. */
    private static double[][] rows(
            Set<ConnectivityMeasure> measures, ConnectivityMeasure needing, int pairs, int bins) {
        return new double[measures.contains(needing) ? pairs : 0][bins];
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
            addReal(block.coefficients[i], block.coefficients[i], block.epochs(), power[i]);
            for (int j = i + 1; j < channels; j++) {
                if (unitRe.length > 0) {
                    addReal(block.phases[i], block.phases[j], block.epochs(), unitRe[pair]);
                    addImaginary(block.phases[i], block.phases[j], block.epochs(), unitIm[pair]);
                }
                if (re.length > 0) {
                    addReal(block.coefficients[i], block.coefficients[j], block.epochs(), re[pair]);
                }
                addImaginaryParts(block.coefficients[i], block.coefficients[j], block.epochs(), pair);
                pair++;
            }
        }
    }

    /** All sums of imaginary parts, from parts that are computed once. */
    private void addImaginaryParts(double[][] x, double[][] y, int epochs, int pair) {
        for (int epoch = 0; epoch < epochs; epoch += EpochBlock.GROUP) {
            for (int e = 0; e < EpochBlock.GROUP; e++) {
                int row = 2 * (epoch + e);
                imaginary(x[row], x[row + 1], y[row], y[row + 1], group[e]);
            }
            addValues(group[0], group[1], group[2], group[3], im[pair]);
            addMagnitudes(group[0], group[1], group[2], group[3], absIm[pair]);
            if (squaredIm.length > 0) {
                addSquares(group[0], group[1], group[2], group[3], squaredIm[pair]);
            }
            if (signIm.length > 0) {
                addSigns(group[0], group[1], group[2], group[3], signIm[pair]);
            }
        }
    }

    /** Real part of {@code x · conj(y)}, two epochs at a time. */
    private static void addReal(double[][] x, double[][] y, int epochs, double[] sums) {
        for (int row = 0; row < 2 * epochs; row += 4) {
            double[] xRe = x[row], xIm = x[row + 1], yRe = y[row], yIm = y[row + 1];
            double[] uRe = x[row + 2], uIm = x[row + 3], vRe = y[row + 2], vIm = y[row + 3];
            for (int k = 0; k < sums.length; k++) {
                sums[k] += (xRe[k] * yRe[k] + xIm[k] * yIm[k]) + (uRe[k] * vRe[k] + uIm[k] * vIm[k]);
            }
        }
    }

    /** Imaginary part of {@code x · conj(y)}, two epochs at a time. */
    private static void addImaginary(double[][] x, double[][] y, int epochs, double[] sums) {
        for (int row = 0; row < 2 * epochs; row += 4) {
            double[] xRe = x[row], xIm = x[row + 1], yRe = y[row], yIm = y[row + 1];
            double[] uRe = x[row + 2], uIm = x[row + 3], vRe = y[row + 2], vIm = y[row + 3];
            for (int k = 0; k < sums.length; k++) {
                sums[k] += (xIm[k] * yRe[k] - xRe[k] * yIm[k]) + (uIm[k] * vRe[k] - uRe[k] * vIm[k]);
            }
        }
    }

    private static void imaginary(double[] xRe, double[] xIm, double[] yRe, double[] yIm, double[] into) {
        for (int k = 0; k < into.length; k++) {
            into[k] = xIm[k] * yRe[k] - xRe[k] * yIm[k];
        }
    }

    private static void addValues(double[] a, double[] b, double[] c, double[] d, double[] sums) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += (a[k] + b[k]) + (c[k] + d[k]);
        }
    }

    private static void addMagnitudes(double[] a, double[] b, double[] c, double[] d, double[] sums) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += (Math.abs(a[k]) + Math.abs(b[k])) + (Math.abs(c[k]) + Math.abs(d[k]));
        }
    }

    private static void addSquares(double[] a, double[] b, double[] c, double[] d, double[] sums) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += (a[k] * a[k] + b[k] * b[k]) + (c[k] * c[k] + d[k] * d[k]);
        }
    }

    private static void addSigns(double[] a, double[] b, double[] c, double[] d, double[] sums) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += (Math.signum(a[k]) + Math.signum(b[k])) + (Math.signum(c[k]) + Math.signum(d[k]));
        }
    }
}
