package org.neuroward.filter;

import org.neuroward.spectrum.LongPlan;

/**
 * {@link FastConvolution}s of the same taps with blocks of different lengths, each made when a stretch first calls for it. Which
 * one a stretch gets, and so every bit of its result, depends on its length alone.
 */
final class FittedConvolution {

    /** Beyond this a block and its transposition no longer fit the second cache together. */
    private static final int CACHED_POINTS = 32_768;

    private static final double UNCACHED = 1.3;

    private final double[] taps;
    private final int[] lengths = LongPlan.lengths();

    /** Two threads may make the same one, with the same bits; all its fields are final, so that either may use the other's. */
    private final FastConvolution[] made = new FastConvolution[lengths.length];

    /** @throws IllegalArgumentException when there are too many taps for any block */
    FittedConvolution(double[] taps) {
        this.taps = taps;
        int longest = lengths[lengths.length - 1];
        if (2 * taps.length > longest) {
            throw new IllegalArgumentException("a filter has at most " + longest / 2 + " taps: taps=" + taps.length);
        }
    }

    /** The one with the least work for a stretch. */
    FastConvolution of(int samples) {
        int best = lengths.length - 1;
        for (int i = lengths.length - 1; i >= 0 && lengths[i] >= taps.length; i--) {
            if (work(lengths[i], samples) < work(lengths[best], samples)) {
                best = i;
            }
        }
        FastConvolution convolution = made[best];
        if (convolution == null) {
            convolution = new FastConvolution(taps, LongPlan.ofAtLeast(lengths[best]));
            made[best] = convolution;
        }
        return convolution;
    }

    /** Transforms of all pairs of blocks: {@code pairs · N log N}. */
    private double work(int points, int samples) {
        long step = points - taps.length + 1;
        long pairs = Math.max(1, (samples + 2 * step - 1) / (2 * step));
        return pairs * points * StrictMath.log(points) * (points > CACHED_POINTS ? UNCACHED : 1);
    }
}
