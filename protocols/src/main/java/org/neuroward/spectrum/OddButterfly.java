package org.neuroward.spectrum;

import java.util.Arrays;
import org.neuroward.spectrum.LanePlan.Layer;

/** The transform of an odd number of 7 or more rows by its definition, from their folded sums and differences. */
final class OddButterfly {

    private final double[][] re;
    private final double[][] im;
    private final double[][] nextRe;
    private final double[][] nextIm;

    OddButterfly(LanePlan plan, double[][] re, double[][] im) {
        int radix =
                Arrays.stream(plan.layers).mapToInt(layer -> layer.radix).max().orElse(1);
        int rows = radix > 5 ? radix : 0;
        this.re = re;
        this.im = im;
        this.nextRe = new double[rows][re[0].length];
        this.nextIm = new double[rows][re[0].length];
    }

    /** Rows e and radix - e hold sum and difference of the points e and radix - e. */
    void join(Layer layer, int first, int lanes) {
        int radix = layer.radix;
        copy(re[first], nextRe[0], lanes);
        copy(im[first], nextIm[0], lanes);
        for (int e = 1; e <= radix / 2; e++) {
            add(nextRe[0], re[first + e * layer.step], 1, lanes);
            add(nextIm[0], im[first + e * layer.step], 1, lanes);
        }
        for (int r = 1; r <= radix / 2; r++) {
            joinPair(layer, first, r, lanes);
        }
        for (int r = 0; r < radix; r++) {
            copy(nextRe[r], re[first + r * layer.step], lanes);
            copy(nextIm[r], im[first + r * layer.step], lanes);
        }
    }

    /** Outputs r and radix - r differ only in the sign of what the differences give. */
    private void joinPair(Layer layer, int first, int r, int lanes) {
        int radix = layer.radix;
        double[] turnedRe = nextRe[radix - r], turnedIm = nextIm[radix - r];
        copy(re[first], nextRe[r], lanes);
        copy(im[first], nextIm[r], lanes);
        Arrays.fill(turnedRe, 0, lanes, 0);
        Arrays.fill(turnedIm, 0, lanes, 0);
        for (int e = 1; e <= radix / 2; e++) {
            int sum = first + e * layer.step, difference = first + (radix - e) * layer.step;
            double c = layer.rootCosines[e * r % radix], s = layer.rootSines[e * r % radix];
            add(nextRe[r], re[sum], c, lanes);
            add(nextIm[r], im[sum], c, lanes);
            add(turnedRe, im[difference], -s, lanes);
            add(turnedIm, re[difference], s, lanes);
        }
        sumAndDifference(nextRe[r], turnedRe, lanes);
        sumAndDifference(nextIm[r], turnedIm, lanes);
    }

    private static void copy(double[] from, double[] to, int lanes) {
        System.arraycopy(from, 0, to, 0, lanes);
    }

    private static void add(double[] sum, double[] row, double factor, int lanes) {
        for (int q = 0; q < lanes; q++) {
            sum[q] += factor * row[q];
        }
    }

    private static void sumAndDifference(double[] a, double[] b, int lanes) {
        for (int q = 0; q < lanes; q++) {
            double x = a[q];
            double y = b[q];
            a[q] = x + y;
            b[q] = x - y;
        }
    }
}
