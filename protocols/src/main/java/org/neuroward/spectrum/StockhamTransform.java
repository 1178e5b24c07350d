package org.neuroward.spectrum;

/** Complex transform of points with small factors (Stockham's self-sorting form, radix 4, 2 and any other). */
final class StockhamTransform implements ComplexTransform {

    private final int points;
    private final int[] factors;
    private final double[] cosines;
    private final double[] sines;
    private double[] re;
    private double[] im;
    private double[] nextRe;
    private double[] nextIm;

    /** @param roots of an order that is a multiple of {@code points} */
    StockhamTransform(int points, UnitRoots roots) {
        this.points = points;
        this.factors =
                LanePlan.factorsOf(points).stream().mapToInt(Integer::intValue).toArray();
        this.cosines = everyNth(roots.cosines, roots.cosines.length / points);
        this.sines = everyNth(roots.sines, roots.sines.length / points);
        this.re = new double[points];
        this.im = new double[points];
        this.nextRe = new double[points];
        this.nextIm = new double[points];
    }

    @Override
    public void forward(double[] real, double[] imaginary) {
        System.arraycopy(real, 0, re, 0, points);
        System.arraycopy(imaginary, 0, im, 0, points);
        transform();
        System.arraycopy(re, 0, real, 0, points);
        System.arraycopy(im, 0, imaginary, 0, points);
    }

    private void transform() {
        int length = points;
        int stride = 1;
        for (int factor : factors) {
            length /= factor;
            switch (factor) {
                case 4 -> radix4(length, stride);
                case 2 -> radix2(length, stride);
                default -> anyRadix(factor, length, stride);
            }
            stride *= factor;
            swap();
        }
    }

    private void swap() {
        double[] r = re;
        double[] i = im;
        re = nextRe;
        im = nextIm;
        nextRe = r;
        nextIm = i;
    }

    private void radix2(int length, int stride) {
        for (int k = 0; k < length; k++) {
            double c = cosines[k * stride];
            double s = sines[k * stride];
            for (int q = 0; q < stride; q++) {
                int a = q + stride * k;
                int b = a + stride * length;
                int out = q + stride * 2 * k;
                nextRe[out] = re[a] + re[b];
                nextIm[out] = im[a] + im[b];
                double dr = re[a] - re[b];
                double di = im[a] - im[b];
                nextRe[out + stride] = dr * c - di * s;
                nextIm[out + stride] = dr * s + di * c;
            }
        }
    }

    private void radix4(int length, int stride) {
        for (int k = 0; k < length; k++) {
            double c1 = cosines[k * stride];
            double s1 = sines[k * stride];
            double c2 = cosines[2 * k * stride];
            double s2 = sines[2 * k * stride];
            double c3 = cosines[3 * k * stride];
            double s3 = sines[3 * k * stride];
            for (int q = 0; q < stride; q++) {
                int a = q + stride * k;
                int b = a + stride * length;
                int c = b + stride * length;
                int d = c + stride * length;
                double acRe = re[a] + re[c];
                double acIm = im[a] + im[c];
                double amcRe = re[a] - re[c];
                double amcIm = im[a] - im[c];
                double bdRe = re[b] + re[d];
                double bdIm = im[b] + im[d];
                double bmdRe = re[b] - re[d];
                double bmdIm = im[b] - im[d];
                int out = q + stride * 4 * k;
                nextRe[out] = acRe + bdRe;
                nextIm[out] = acIm + bdIm;
                put(out + stride, amcRe + bmdIm, amcIm - bmdRe, c1, s1);
                put(out + 2 * stride, acRe - bdRe, acIm - bdIm, c2, s2);
                put(out + 3 * stride, amcRe - bmdIm, amcIm + bmdRe, c3, s3);
            }
        }
    }

    private void put(int out, double real, double imaginary, double c, double s) {
        nextRe[out] = real * c - imaginary * s;
        nextIm[out] = real * s + imaginary * c;
    }

    private void anyRadix(int factor, int length, int stride) {
        int root = points / factor;
        for (int k = 0; k < length; k++) {
            for (int r = 0; r < factor; r++) {
                double c = cosines[k * r * stride];
                double s = sines[k * r * stride];
                for (int q = 0; q < stride; q++) {
                    double sumRe = 0;
                    double sumIm = 0;
                    for (int e = 0; e < factor; e++) {
                        int in = q + stride * (k + length * e);
                        int w = root * (e * r % factor);
                        sumRe += re[in] * cosines[w] - im[in] * sines[w];
                        sumIm += re[in] * sines[w] + im[in] * cosines[w];
                    }
                    put(q + stride * (factor * k + r), sumRe, sumIm, c, s);
                }
            }
        }
    }

    private static double[] everyNth(double[] values, int n) {
        double[] some = new double[values.length / n];
        for (int j = 0; j < some.length; j++) {
            some[j] = values[j * n];
        }
        return some;
    }
}
