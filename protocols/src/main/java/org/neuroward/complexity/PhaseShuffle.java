package org.neuroward.complexity;

import java.util.Arrays;
import org.neuroward.signal.SeededRandom;
import org.neuroward.spectrum.FourierPlan;

/**
 * Surrogates with the amplitude spectrum of a signal and random phases (Theiler et al. 1992, Physica D 58:77): what is left of a
 * signal when only its power spectrum is kept.
 */
final class PhaseShuffle {

    private final FourierPlan plan;
    private final double[] amplitude;

    /** @param samples an even number of them, as {@link #fastLength} gives */
    PhaseShuffle(double[] samples) {
        this.plan = new FourierPlan(samples.length);
        double[] re = new double[plan.bins()];
        double[] im = new double[plan.bins()];
        plan.newTransform().forward(samples, re, im);
        this.amplitude = new double[plan.bins()];
        Arrays.setAll(amplitude, k -> Math.sqrt(re[k] * re[k] + im[k] * im[k]));
    }

    /** The largest even number up to {@code samples} with no prime factor above 5; 0 when there is none. */
    static int fastLength(int samples) {
        for (int length = samples - samples % 2; length > 0; length -= 2) {
            int rest = length;
            for (int factor : new int[] {2, 3, 5}) {
                while (rest % factor == 0) {
                    rest /= factor;
                }
            }
            if (rest == 1) {
                return length;
            }
        }
        return 0;
    }

    /** One surrogate, without mean; half the sampling rate keeps its amplitude with a random sign. */
    double[] draw(SeededRandom random) {
        double[] re = new double[amplitude.length];
        double[] im = new double[amplitude.length];
        for (int k = 1; k < amplitude.length - 1; k++) {
            double angle = 2 * Math.PI * random.nextDouble();
            re[k] = amplitude[k] * StrictMath.cos(angle);
            im[k] = amplitude[k] * StrictMath.sin(angle);
        }
        int last = amplitude.length - 1;
        re[last] = random.nextInt(2) == 0 ? amplitude[last] : -amplitude[last];
        double[] surrogate = new double[plan.length()];
        plan.newTransform().inverse(re, im, surrogate);
        return surrogate;
    }
}
