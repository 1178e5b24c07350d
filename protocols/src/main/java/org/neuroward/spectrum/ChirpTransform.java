package org.neuroward.spectrum;

import java.util.Arrays;

/**
 * Complex transform of any number of points, large primes included, in O(n log n): the transform is a convolution with a chirp
 * (Bluestein 1970), and that one goes by powers of two.
 */
final class ChirpTransform implements ComplexTransform {

    private final int points;
    private final double[] chirpRe;
    private final double[] chirpIm;
    private final double[] responseRe;
    private final double[] responseIm;
    private final double[] re;
    private final double[] im;
    private final StockhamTransform convolution;

    ChirpTransform(int points) {
        this.points = points;
        int length = 2 * Integer.highestOneBit(2 * points - 1);
        this.convolution = new StockhamTransform(length, new UnitRoots(length));
        this.chirpRe = new double[points];
        this.chirpIm = new double[points];
        this.responseRe = new double[length];
        this.responseIm = new double[length];
        this.re = new double[length];
        this.im = new double[length];
        UnitRoots roots = new UnitRoots(2 * points);
        for (int n = 0; n < points; n++) {
            int turn = (int) ((long) n * n % (2L * points));
            chirpRe[n] = roots.cosines[turn];
            chirpIm[n] = roots.sines[turn];
            int mirror = (length - n) % length;
            responseRe[n] = responseRe[mirror] = chirpRe[n] / length;
            responseIm[n] = responseIm[mirror] = -chirpIm[n] / length;
        }
        convolution.forward(responseRe, responseIm);
    }

    @Override
    public void forward(double[] real, double[] imaginary) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        for (int n = 0; n < points; n++) {
            re[n] = real[n] * chirpRe[n] - imaginary[n] * chirpIm[n];
            im[n] = real[n] * chirpIm[n] + imaginary[n] * chirpRe[n];
        }
        convolution.forward(re, im);
        for (int k = 0; k < re.length; k++) {
            double x = re[k] * responseRe[k] - im[k] * responseIm[k];
            im[k] = re[k] * responseIm[k] + im[k] * responseRe[k];
            re[k] = x;
        }
        // with its parts exchanged, the inverse is a forward transform
        convolution.forward(im, re);
        for (int k = 0; k < points; k++) {
            real[k] = re[k] * chirpRe[k] - im[k] * chirpIm[k];
            imaginary[k] = re[k] * chirpIm[k] + im[k] * chirpRe[k];
        }
    }
}
