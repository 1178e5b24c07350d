package org.neuroward.spectrum;

/**
 * Discrete Fourier transform of real samples (Stockham's self-sorting form, radix 4, 2 and any other). Holds working memory:
 * not for use by two threads at once.
 */
public final class FourierTransform {

    private final FourierPlan plan;
    private double[] re;
    private double[] im;
    private double[] nextRe;
    private double[] nextIm;

    FourierTransform(FourierPlan plan) {
        this.plan = plan;
        this.re = new double[plan.points];
        this.im = new double[plan.points];
        this.nextRe = new double[plan.points];
        this.nextIm = new double[plan.points];
    }

    /** {@code X[k] = Σ x[n] exp(-2πi k n / length)} for k = 0 … length/2, into arrays of {@link FourierPlan#bins()}. */
    public void forward(double[] samples, double[] real, double[] imaginary) {
        if (!plan.isHalved()) {
            System.arraycopy(samples, 0, re, 0, plan.points);
            java.util.Arrays.fill(im, 0);
            transform();
            System.arraycopy(re, 0, real, 0, plan.bins());
            System.arraycopy(im, 0, imaginary, 0, plan.bins());
            return;
        }
        for (int k = 0; k < plan.points; k++) {
            re[k] = samples[2 * k];
            im[k] = samples[2 * k + 1];
        }
        transform();
        split(real, imaginary);
    }

    /** The {@code length} samples of an even-length transform whose lower half is given. */
    public void inverse(double[] real, double[] imaginary, double[] samples) {
        if (!plan.isHalved()) {
            throw new IllegalArgumentException(
                    "the inverse is made for an even number of samples: length=" + plan.length());
        }
        join(real, imaginary);
        transform();
        double scale = 1.0 / plan.points;
        for (int k = 0; k < plan.points; k++) {
            samples[2 * k] = re[k] * scale;
            samples[2 * k + 1] = -im[k] * scale;
        }
    }

    /** Spectra of even and odd samples, mixed in the complex points, become the spectrum of all. */
    private void split(double[] real, double[] imaginary) {
        int half = plan.points;
        for (int k = 0; k <= half; k++) {
            int a = k % half;
            int b = (half - k) % half;
            double evenRe = (re[a] + re[b]) / 2;
            double evenIm = (im[a] - im[b]) / 2;
            double oddRe = (im[a] + im[b]) / 2;
            double oddIm = (re[b] - re[a]) / 2;
            double c = plan.splitCosines[k];
            double s = plan.splitSines[k];
            real[k] = evenRe + oddRe * c - oddIm * s;
            imaginary[k] = evenIm + oddRe * s + oddIm * c;
        }
    }

    /** The opposite of {@link #split}, conjugated, so that a forward transform inverts. */
    private void join(double[] real, double[] imaginary) {
        int half = plan.points;
        for (int k = 0; k < half; k++) {
            double evenRe = (real[k] + real[half - k]) / 2;
            double evenIm = (imaginary[k] - imaginary[half - k]) / 2;
            double turnedRe = (real[k] - real[half - k]) / 2;
            double turnedIm = (imaginary[k] + imaginary[half - k]) / 2;
            double c = plan.splitCosines[k];
            double s = -plan.splitSines[k];
            re[k] = evenRe - (turnedRe * s + turnedIm * c);
            im[k] = -(evenIm + turnedRe * c - turnedIm * s);
        }
    }

    private void transform() {
        int length = plan.points;
        int stride = 1;
        for (int factor : plan.factors) {
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
            double c = plan.cosines[k * stride];
            double s = plan.sines[k * stride];
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
            double c1 = plan.cosines[k * stride];
            double s1 = plan.sines[k * stride];
            double c2 = plan.cosines[2 * k * stride];
            double s2 = plan.sines[2 * k * stride];
            double c3 = plan.cosines[3 * k * stride];
            double s3 = plan.sines[3 * k * stride];
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
        int root = plan.points / factor;
        for (int k = 0; k < length; k++) {
            for (int r = 0; r < factor; r++) {
                double c = plan.cosines[k * r * stride];
                double s = plan.sines[k * r * stride];
                for (int q = 0; q < stride; q++) {
                    double sumRe = 0;
                    double sumIm = 0;
                    for (int e = 0; e < factor; e++) {
                        int in = q + stride * (k + length * e);
                        int w = root * (e * r % factor);
                        sumRe += re[in] * plan.cosines[w] - im[in] * plan.sines[w];
                        sumIm += re[in] * plan.sines[w] + im[in] * plan.cosines[w];
                    }
                    put(q + stride * (factor * k + r), sumRe, sumIm, c, s);
                }
            }
        }
    }
}
