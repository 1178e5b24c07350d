package org.neuroward.complexity;

import java.util.OptionalDouble;

/**
 * Permutation entropy (Bandt and Pompe 2002, Phys. Rev. Lett. 88:174102): the Shannon entropy of the orders in which neighbouring
 * samples stand. Of equal samples the earlier counts as the smaller.
 */
public final class PermutationEntropy {

    public static final int USUAL_ORDER = 3;
    public static final int USUAL_DELAY_SAMPLES = 1;

    /** 10! orders are more than any recording has samples. */
    private static final int HIGHEST_ORDER = 9;

    private PermutationEntropy() {}

    /**
     * @param order number of samples that are put in order, 2 to 9
     * @param delaySamples distance of one from the next
     * @return bits, from 0 (a constant, a ramp) to log₂ order!; empty when the signal is shorter than one pattern, or a sample is a
     *     NaN or an infinity
     */
    public static OptionalDouble bits(double[] samples, int order, int delaySamples) {
        if (order < 2 || order > HIGHEST_ORDER || delaySamples < 1) {
            throw new IllegalArgumentException("permutation entropy needs an order of 2 to " + HIGHEST_ORDER
                    + " and a delay: order=" + order + ", delaySamples=" + delaySamples);
        }
        long patterns = samples.length - (order - 1L) * delaySamples;
        if (patterns < 1 || !Variation.isFinite(samples)) {
            return OptionalDouble.empty();
        }
        int[] counts = new int[factorial(order)];
        for (int n = 0; n < patterns; n++) {
            counts[pattern(samples, n, order, delaySamples)]++;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                bits += count * (StrictMath.log((double) patterns / count) / StrictMath.log(2)) / patterns;
            }
        }
        return OptionalDouble.of(bits);
    }

    /** {@link #bits} over its largest value, log₂ order!: 0 to 1. */
    public static OptionalDouble of(double[] samples, int order, int delaySamples) {
        OptionalDouble bits = bits(samples, order, delaySamples);
        return bits.isEmpty()
                ? bits
                : OptionalDouble.of(bits.getAsDouble() / (StrictMath.log(factorial(order)) / StrictMath.log(2)));
    }

    /** Number of the order (its Lehmer code): for each sample, how many later ones are smaller. */
    private static int pattern(double[] samples, int first, int order, int delay) {
        int code = 0;
        for (int a = 0; a < order - 1; a++) {
            int smaller = 0;
            for (int b = a + 1; b < order; b++) {
                smaller += samples[first + b * delay] < samples[first + a * delay] ? 1 : 0;
            }
            code = code * (order - a) + smaller;
        }
        return code;
    }

    private static int factorial(int n) {
        int product = 1;
        for (int k = 2; k <= n; k++) {
            product *= k;
        }
        return product;
    }
}
