package org.neuroward.complexity;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.neuroward.signal.SeededRandom;

/**
 * Lempel–Ziv complexity (Lempel and Ziv 1976, IEEE Trans. Inf. Theory 22:75): the number of phrases when a sequence of bits is
 * read from left to right and each phrase is the shortest that has not occurred before (an occurrence may overlap the phrase). A
 * last phrase that did occur counts as one, as in Kaspar and Schuster 1987. A signal is made bits by asking whether a sample
 * lies above the median. Linear time.
 *
 * @param phrases number of phrases
 * @param samples length of the sequence
 */
public record LempelZiv(int phrases, int samples) {

    /** The complexity of a sequence of bits. */
    public static LempelZiv of(boolean[] bits) {
        SuffixAutomaton substrings = new SuffixAutomaton(bits);
        int phrases = 0;
        int state = SuffixAutomaton.ROOT;
        for (int position = 0; position < bits.length; position++) {
            state = substrings.after(state, bits[position]);
            if (substrings.firstEnd(state) == position) {
                phrases++;
                state = SuffixAutomaton.ROOT;
            }
        }
        return new LempelZiv(state == SuffixAutomaton.ROOT ? phrases : phrases + 1, bits.length);
    }

    /**
     * The complexity of a signal in relation to its median: samples above it are ones. A constant gives two phrases.
     *
     * @return empty for a signal without samples and for one with a NaN or an infinity
     */
    public static Optional<LempelZiv> of(double[] samples) {
        return samples.length > 0 && Variation.isFinite(samples)
                ? Optional.of(of(aboveMedian(samples)))
                : Optional.empty();
    }

    /** Phrases over n / log₂ n, which a random sequence approaches from above; empty below two samples. */
    public OptionalDouble normalised() {
        return samples < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(phrases * (StrictMath.log(samples) / StrictMath.log(2)) / samples);
    }

    /**
     * Phrases of the signal over the mean number of phrases of surrogates with the same power spectrum and random phases: how much
     * of the complexity is more than the spectrum's. At the end of the signal, the few samples that would slow the Fourier
     * transform down are left out (less than 7 % of 1000 samples and more).
     *
     * @param surrogates at least 1; 1 suffices where values are averaged over many segments
     * @param seed to be kept with the value
     * @return empty for a constant, for one with a NaN or an infinity, and below 4 samples
     */
    public static OptionalDouble relativeToSurrogates(double[] samples, int surrogates, long seed) {
        if (surrogates < 1) {
            throw new IllegalArgumentException("at least one surrogate is needed: surrogates=" + surrogates);
        }
        double[] used = Arrays.copyOf(samples, PhaseShuffle.fastLength(samples.length));
        if (used.length < 4 || !Variation.isFinite(samples) || Variation.variance(used) == 0) {
            return OptionalDouble.empty();
        }
        PhaseShuffle shuffle = new PhaseShuffle(used);
        long phrases = 0;
        for (int s = 0; s < surrogates; s++) {
            phrases += of(aboveMedian(shuffle.draw(SeededRandom.of(seed, s)))).phrases;
        }
        return OptionalDouble.of((double) of(aboveMedian(used)).phrases * surrogates / phrases);
    }

    private static boolean[] aboveMedian(double[] samples) {
        double median = SampleOrder.median(samples);
        boolean[] bits = new boolean[samples.length];
        for (int n = 0; n < bits.length; n++) {
            bits[n] = samples[n] > median;
        }
        return bits;
    }
}
