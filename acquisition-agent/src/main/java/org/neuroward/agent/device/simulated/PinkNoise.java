package org.neuroward.agent.device.simulated;

import java.util.Random;

/**
 * Noise whose power falls about as 1/f between 0.3 Hz and 80 Hz: a sum of first-order processes of equal variance whose
 * corner frequencies lie a factor of three apart. Variance 1.
 */
final class PinkNoise {

    private static final double[] CORNERS_HERTZ = {0.3, 0.9, 2.7, 8.1, 24.3, 72.9};

    private final Random random;
    private final double[] decay = new double[CORNERS_HERTZ.length];
    private final double[] drive = new double[CORNERS_HERTZ.length];
    private final double[] state = new double[CORNERS_HERTZ.length];

    PinkNoise(Random random, double hertz) {
        this.random = random;
        for (int i = 0; i < decay.length; i++) {
            decay[i] = StrictMath.exp(-2 * StrictMath.PI * CORNERS_HERTZ[i] / hertz);
            drive[i] = StrictMath.sqrt((1 - decay[i] * decay[i]) / decay.length);
        }
    }

    double next() {
        double sum = 0;
        for (int i = 0; i < state.length; i++) {
            state[i] = decay[i] * state[i] + drive[i] * random.nextGaussian();
            sum += state[i];
        }
        return sum;
    }
}
