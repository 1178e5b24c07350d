package org.neuroward.resting;

import java.util.Random;

/** Random signals of unit variance from a seed. */
public final class Noise {

    private Noise() {}

    public static double[] white(int samples, long seed) {
        var random = new Random(seed);
        double[] noise = new double[samples];
        for (int n = 0; n < samples; n++) {
            noise[n] = random.nextGaussian();
        }
        return noise;
    }

    /** 1/f by Kellet's sum of leaky integrators. */
    public static double[] pink(int samples, long seed) {
        double[] white = white(samples, seed);
        double[] pink = new double[samples];
        double b0 = 0;
        double b1 = 0;
        double b2 = 0;
        for (int n = 0; n < samples; n++) {
            b0 = 0.99765 * b0 + white[n] * 0.0990460;
            b1 = 0.96300 * b1 + white[n] * 0.2965164;
            b2 = 0.57000 * b2 + white[n] * 1.0526913;
            pink[n] = b0 + b1 + b2 + white[n] * 0.1848;
        }
        return normalised(pink);
    }

    /** A rhythm that waxes and wanes: white noise through a resonator about half a hertz wide. */
    public static double[] rhythm(int samples, double rateHertz, double hertz, long seed) {
        double[] white = white(samples, seed);
        double radius = Math.exp(-Math.PI * 0.6 / rateHertz);
        double a1 = 2 * radius * Math.cos(2 * Math.PI * hertz / rateHertz);
        double a2 = -radius * radius;
        double[] rhythm = new double[samples];
        for (int n = 0; n < samples; n++) {
            rhythm[n] = white[n] + (n > 0 ? a1 * rhythm[n - 1] : 0) + (n > 1 ? a2 * rhythm[n - 2] : 0);
        }
        return normalised(rhythm);
    }

    /** A sine whose phase wanders a little: a rhythm at exactly that frequency on average. */
    public static double[] steadyRhythm(int samples, double rateHertz, double hertz, long seed) {
        double[] wander = white(samples, seed);
        double[] rhythm = new double[samples];
        double phase = 0;
        double drift = 0;
        for (int n = 0; n < samples; n++) {
            drift = 0.999 * drift + 0.002 * wander[n];
            phase += 2 * Math.PI * hertz / rateHertz;
            rhythm[n] = Math.sin(phase + 10 * drift);
        }
        return normalised(rhythm);
    }

    private static double[] normalised(double[] signal) {
        double mean = 0;
        for (double x : signal) {
            mean += x / signal.length;
        }
        double variance = 0;
        for (double x : signal) {
            variance += (x - mean) * (x - mean) / signal.length;
        }
        for (int n = 0; n < signal.length; n++) {
            signal[n] = (signal[n] - mean) / Math.sqrt(variance);
        }
        return signal;
    }
}
