package org.neuroward.spectrum;

import org.neuroward.spectrum.LanePlan.Layer;

/**
 * The small transforms within a {@link LaneTransform}. Loops are kept short: the compiler vectorises a loop only while its body
 * stays below some sixty nodes, and only when each row is an array of its own that is read and written at the same index.
 * That is why the larger butterflies are cut into folds (sums and differences of two turned points) and rests.
 */
final class Butterflies {

    private static final double COS_FIFTH = StrictMath.cos(2 * Math.PI / 5);
    private static final double COS_TWO_FIFTHS = StrictMath.cos(4 * Math.PI / 5);
    private static final double SIN_FIFTH = StrictMath.sin(2 * Math.PI / 5);
    private static final double SIN_TWO_FIFTHS = StrictMath.sin(4 * Math.PI / 5);
    private static final double SIN_THIRD = Math.sqrt(3) / 2;

    private final double[][] re;
    private final double[][] im;
    private final OddButterfly odd;
    private int lanes;

    Butterflies(LanePlan plan, double[][] re, double[][] im) {
        this.re = re;
        this.im = im;
        this.odd = new OddButterfly(plan, re, im);
    }

    void useLanes(int lanes) {
        this.lanes = lanes;
    }

    void join(Layer layer, int first, int k) {
        switch (layer.radix) {
            case 2 -> two(layer, first, k);
            case 3 -> three(layer, first, k);
            case 4 -> four(layer, first, k);
            case 5 -> five(layer, first, k);
            default -> odd(layer, first, k);
        }
    }

    private void two(Layer layer, int first, int k) {
        double c = layer.cosines[1][k], s = layer.sines[1][k];
        double[] aRe = re[first], bRe = re[first + layer.step];
        double[] aIm = im[first], bIm = im[first + layer.step];
        for (int q = 0; q < lanes; q++) {
            double x = bRe[q] * c - bIm[q] * s, y = bRe[q] * s + bIm[q] * c;
            double u = aRe[q], v = aIm[q];
            aRe[q] = u + x;
            aIm[q] = v + y;
            bRe[q] = u - x;
            bIm[q] = v - y;
        }
    }

    private void three(Layer layer, int first, int k) {
        fold(layer, first, 1, k);
        thirds(re, im, first, layer.step, SIN_THIRD);
        thirds(im, re, first, layer.step, -SIN_THIRD);
        exchange(first + 2 * layer.step);
    }

    private void four(Layer layer, int first, int k) {
        if (k == 0) {
            fourths(first, layer.step);
        } else {
            fold(layer, first, 1, k);
            turnedFourths(layer, first, k);
        }
    }

    private void five(Layer layer, int first, int k) {
        fold(layer, first, 1, k);
        fold(layer, first, 2, k);
        fifths(re, im, first, layer.step, 1);
        fifths(im, re, first, layer.step, -1);
        exchange(first + 3 * layer.step);
        exchange(first + 4 * layer.step);
    }

    private void odd(Layer layer, int first, int k) {
        for (int e = 1; e <= layer.radix / 2; e++) {
            fold(layer, first, e, k);
        }
        odd.join(layer, first, lanes);
    }

    /** Turns the rows {@code e} and {@code radix - e} of a group; leaves their sum in the one, their difference in the other. */
    private void fold(Layer layer, int first, int e, int k) {
        int other = layer.radix - e;
        double[] aRe = re[first + e * layer.step], bRe = re[first + other * layer.step];
        double[] aIm = im[first + e * layer.step], bIm = im[first + other * layer.step];
        if (k == 0) {
            sumAndDifference(aRe, bRe);
            sumAndDifference(aIm, bIm);
            return;
        }
        double c = layer.cosines[e][k], s = layer.sines[e][k];
        double d = layer.cosines[other][k], t = layer.sines[other][k];
        for (int q = 0; q < lanes; q++) {
            double x = aRe[q] * c - aIm[q] * s, y = aRe[q] * s + aIm[q] * c;
            double u = bRe[q] * d - bIm[q] * t, v = bRe[q] * t + bIm[q] * d;
            aRe[q] = x + u;
            aIm[q] = y + v;
            bRe[q] = x - u;
            bIm[q] = y - v;
        }
    }

    private void sumAndDifference(double[] a, double[] b) {
        for (int q = 0; q < lanes; q++) {
            double x = a[q];
            double y = b[q];
            a[q] = x + y;
            b[q] = x - y;
        }
    }

    /** What real and imaginary rows share but for the sign: {@code -i} exchanges the parts of the differences. */
    private void thirds(double[][] own, double[][] other, int first, int step, double sine) {
        double[] a = own[first], sum = own[first + step], difference = other[first + 2 * step];
        for (int q = 0; q < lanes; q++) {
            double middle = a[q] - 0.5 * sum[q];
            double turned = sine * difference[q];
            a[q] += sum[q];
            sum[q] = middle + turned;
            difference[q] = middle - turned;
        }
    }

    private void fifths(double[][] own, double[][] other, int first, int step, double sign) {
        double[] a = own[first], b = own[first + step], c = own[first + 2 * step];
        double[] d = other[first + 3 * step], e = other[first + 4 * step];
        double s1 = sign * SIN_FIFTH, s2 = sign * SIN_TWO_FIFTHS;
        for (int q = 0; q < lanes; q++) {
            double near = a[q] + COS_FIFTH * b[q] + COS_TWO_FIFTHS * c[q];
            double far = a[q] + COS_TWO_FIFTHS * b[q] + COS_FIFTH * c[q];
            double nearTurned = s1 * e[q] + s2 * d[q];
            double farTurned = s2 * e[q] - s1 * d[q];
            a[q] = a[q] + b[q] + c[q];
            b[q] = near + nearTurned;
            c[q] = far + farTurned;
            d[q] = far - farTurned;
            e[q] = near - nearTurned;
        }
    }

    /** After the fold of points 1 and 3: turns point 2 and joins all. */
    private void turnedFourths(Layer layer, int at, int k) {
        double c = layer.cosines[2][k], s = layer.sines[2][k];
        int step = layer.step;
        double[] aRe = re[at], sumRe = re[at + step], cRe = re[at + 2 * step], differenceRe = re[at + 3 * step];
        double[] aIm = im[at], sumIm = im[at + step], cIm = im[at + 2 * step], differenceIm = im[at + 3 * step];
        for (int q = 0; q < lanes; q++) {
            double x = cRe[q] * c - cIm[q] * s, y = cRe[q] * s + cIm[q] * c;
            double evenRe = aRe[q] + x, evenIm = aIm[q] + y, leftRe = aRe[q] - x, leftIm = aIm[q] - y;
            double oddRe = sumRe[q], oddIm = sumIm[q], rightRe = differenceRe[q], rightIm = differenceIm[q];
            aRe[q] = evenRe + oddRe;
            aIm[q] = evenIm + oddIm;
            sumRe[q] = leftRe + rightIm;
            sumIm[q] = leftIm - rightRe;
            cRe[q] = evenRe - oddRe;
            cIm[q] = evenIm - oddIm;
            differenceRe[q] = leftRe - rightIm;
            differenceIm[q] = leftIm + rightRe;
        }
    }

    /** The butterflies above leave the real part of a difference in the imaginary row, and the reverse. */
    private void exchange(int at) {
        double[] row = re[at];
        re[at] = im[at];
        im[at] = row;
    }

    private void fourths(int at, int step) {
        double[] aRe = re[at], bRe = re[at + step], cRe = re[at + 2 * step], dRe = re[at + 3 * step];
        double[] aIm = im[at], bIm = im[at + step], cIm = im[at + 2 * step], dIm = im[at + 3 * step];
        for (int q = 0; q < lanes; q++) {
            double evenRe = aRe[q] + cRe[q], evenIm = aIm[q] + cIm[q];
            double oddRe = bRe[q] + dRe[q], oddIm = bIm[q] + dIm[q];
            double leftRe = aRe[q] - cRe[q], leftIm = aIm[q] - cIm[q];
            double turnedRe = bIm[q] - dIm[q], turnedIm = dRe[q] - bRe[q];
            aRe[q] = evenRe + oddRe;
            aIm[q] = evenIm + oddIm;
            bRe[q] = leftRe + turnedRe;
            bIm[q] = leftIm + turnedIm;
            cRe[q] = evenRe - oddRe;
            cIm[q] = evenIm - oddIm;
            dRe[q] = leftRe - turnedRe;
            dIm[q] = leftIm - turnedIm;
        }
    }
}
