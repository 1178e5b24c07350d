package org.neuroward.evoked;

import org.neuroward.signal.SamplingRate;

/**
 * A tapered complex oscillation, {@code 2 half + 1} samples; a sine of its frequency and amplitude A comes out with the power
 * A²/2. Arrays are live.
 *
 * @param reachSamples on either side, within which nearly all of its weight lies
 */
final class Wavelet {

    /** A Gaussian is cut where it has fallen to 4e-6, as MNE-Python cuts it. */
    private static final double CUT_DEVIATIONS = 5;

    /** Within which a Gaussian has 99.7 % of its weight. */
    private static final double REACH_DEVIATIONS = 3;

    final int reachSamples;
    final double[] real;
    final double[] imaginary;

    private Wavelet(double[] taper, double cyclesPerSample, int reachSamples) {
        this.reachSamples = reachSamples;
        this.real = new double[taper.length];
        this.imaginary = new double[taper.length];
        double weight = 0;
        for (double w : taper) {
            weight += w;
        }
        int half = taper.length / 2;
        for (int n = 0; n < taper.length; n++) {
            double angle = 2 * Math.PI * cyclesPerSample * (n - half);
            real[n] = Math.sqrt(2) / weight * taper[n] * StrictMath.cos(angle);
            imaginary[n] = Math.sqrt(2) / weight * taper[n] * StrictMath.sin(angle);
        }
    }

    /** Gaussian of standard deviation {@code cycles / (2π hertz)} seconds (Morlet; Tallon-Baudry and Bertrand 1999). */
    static Wavelet morlet(SamplingRate rate, double hertz, double cycles) {
        double deviation = cycles / (2 * Math.PI * hertz) * rate.hertz();
        int half = (int) Math.ceil(CUT_DEVIATIONS * deviation) - 1;
        double[] taper = new double[2 * Math.max(0, half) + 1];
        for (int n = 0; n < taper.length; n++) {
            double t = (n - taper.length / 2) / deviation;
            taper[n] = StrictMath.exp(-t * t / 2);
        }
        return new Wavelet(taper, hertz / rate.hertz(), (int) Math.ceil(REACH_DEVIATIONS * deviation));
    }

    /** Hann taper of that whole length. */
    static Wavelet hann(SamplingRate rate, double hertz, double seconds) {
        int half = (int) Math.round(seconds * rate.hertz() / 2);
        double[] taper = new double[2 * half + 1];
        for (int n = 0; n < taper.length; n++) {
            taper[n] = half == 0 ? 1 : 0.5 + 0.5 * StrictMath.cos(Math.PI * (n - half) / half);
        }
        return new Wavelet(taper, hertz / rate.hertz(), half);
    }

    int half() {
        return real.length / 2;
    }
}
