package org.neuroward.evoked;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The mismatch negativity: how much more negative the answer to a deviant sound is than to the standard. Reference: linked
 * mastoids or nose; sites Fz and FCz.
 *
 * @param peak negative local peak of the difference wave, 100 to 250 ms; empty when there is none
 * @param meanMicrovolts of the difference wave within 25 ms around the peak; empty without a peak
 */
public record MismatchNegativity(Optional<WavePeak> peak, OptionalDouble meanMicrovolts) {

    private static final double FROM_SECONDS = 0.1;
    private static final double TO_SECONDS = 0.25;
    private static final double AROUND_SECONDS = 0.025;

    public static MismatchNegativity of(EvokedWave deviant, EvokedWave standard) {
        EvokedWave difference = deviant.minus(standard);
        Optional<WavePeak> peak =
                difference.findPeak(FROM_SECONDS, TO_SECONDS, Polarity.NEGATIVE, N170.neighbours(difference.span()));
        return new MismatchNegativity(
                peak,
                peak.isEmpty()
                        ? OptionalDouble.empty()
                        : difference.meanMicrovolts(
                                peak.get().latencySeconds() - AROUND_SECONDS,
                                peak.get().latencySeconds() + AROUND_SECONDS));
    }
}
