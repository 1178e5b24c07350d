package org.neuroward.evoked;

import java.util.OptionalDouble;

/**
 * The P3b: how much more positive the answer to a rare target is than to the standard. Reference: linked mastoids; site Pz.
 *
 * @param meanMicrovolts of the difference wave, 300 to 500 ms, in children 300 to 700 ms
 * @param latencySeconds when half of the positive area of the difference wave is reached, 250 to 500 ms, in children 300 to 700 ms
 */
public record P300(OptionalDouble meanMicrovolts, OptionalDouble latencySeconds) {

    private static final double HALF = 0.5;

    public static P300 of(EvokedWave target, EvokedWave standard, Maturity maturity) {
        EvokedWave difference = target.minus(standard);
        return switch (maturity) {
            case ADULT ->
                new P300(
                        difference.meanMicrovolts(0.3, 0.5),
                        difference.fractionalAreaLatencySeconds(0.25, 0.5, HALF, Polarity.POSITIVE));
            case CHILD ->
                new P300(
                        difference.meanMicrovolts(0.3, 0.7),
                        difference.fractionalAreaLatencySeconds(0.3, 0.7, HALF, Polarity.POSITIVE));
        };
    }
}
