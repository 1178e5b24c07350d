package org.neuroward.spectrum;

/**
 * Discrete Fourier transform of the samples of one real signal. Many signals of one length are several times as fast in a
 * {@link FourierBatch}. A sample that is not a number makes the whole spectrum NaN. Holds working memory: not for use by two
 * threads at once.
 */
public final class FourierTransform {

    private final FourierPlan plan;
    private final ComplexTransform transform;
    private final double[] re;
    private final double[] im;

    FourierTransform(FourierPlan plan) {
        this.plan = plan;
        this.transform = plan.newComplexTransform();
        this.re = new double[plan.points];
        this.im = new double[plan.points];
    }

    /** {@code X[k] = Σ x[n] exp(-2πi k n / length)} for k = 0 … length/2, into arrays of {@link FourierPlan#bins()}. */
    public void forward(double[] samples, double[] real, double[] imaginary) {
        if (!plan.isHalved()) {
            System.arraycopy(samples, 0, re, 0, plan.points);
            java.util.Arrays.fill(im, 0);
            transform.forward(re, im);
            System.arraycopy(re, 0, real, 0, plan.bins());
            System.arraycopy(im, 0, imaginary, 0, plan.bins());
            return;
        }
        for (int k = 0; k < plan.points; k++) {
            re[k] = samples[2 * k];
            im[k] = samples[2 * k + 1];
        }
        transform.forward(re, im);
        split(real, imaginary);
    }

    /** The {@code length} samples whose spectrum from 0 to half the sampling rate is given. */
    public void inverse(double[] real, double[] imaginary, double[] samples) {
        if (!plan.isHalved()) {
            inverseOdd(real, imaginary, samples);
            return;
        }
        join(real, imaginary);
        transform.forward(re, im);
        double scale = 1.0 / plan.points;
        for (int k = 0; k < plan.points; k++) {
            samples[2 * k] = re[k] * scale;
            samples[2 * k + 1] = -im[k] * scale;
        }
    }

    /** The forward transform of the conjugate is the conjugate of the inverse. */
    private void inverseOdd(double[] real, double[] imaginary, double[] samples) {
        for (int k = 0; k < plan.bins(); k++) {
            int mirror = (plan.points - k) % plan.points;
            re[mirror] = real[k];
            im[mirror] = imaginary[k];
            re[k] = real[k];
            im[k] = -imaginary[k];
        }
        transform.forward(re, im);
        for (int n = 0; n < plan.points; n++) {
            samples[n] = re[n] / plan.points;
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
}
