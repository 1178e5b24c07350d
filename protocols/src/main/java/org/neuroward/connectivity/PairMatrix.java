package org.neuroward.connectivity;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One number for each pair of different channels; immutable. A pair without a value (a constant channel, say) has an empty one.
 */
public final class PairMatrix {

    private final int channels;
    private final boolean turnsWithOrder;
    private final double[] upper;

    private PairMatrix(int channels, boolean turnsWithOrder, double[] upper) {
        this.channels = channels;
        this.turnsWithOrder = turnsWithOrder;
        this.upper = upper;
    }

    /**
     * A matrix in which (i, j) and (j, i) are the same.
     *
     * @param upper the pairs (0, 1), (0, 2) … (0, n-1), (1, 2) …; NaN stands for no value; copied
     */
    public static PairMatrix symmetric(int channels, double[] upper) {
        return new PairMatrix(channels, false, checked(channels, upper));
    }

    /** A matrix in which (j, i) is the negative of (i, j); otherwise as {@link #symmetric}. */
    public static PairMatrix antisymmetric(int channels, double[] upper) {
        return new PairMatrix(channels, true, checked(channels, upper));
    }

    /** Whether (i, j) and (j, i) are the same. */
    public boolean isSymmetric() {
        return !turnsWithOrder;
    }

    /** The matrix without signs: symmetric. */
    public PairMatrix magnitudes() {
        double[] magnitudes = upper.clone();
        Arrays.setAll(magnitudes, pair -> Math.abs(upper[pair]));
        return new PairMatrix(channels, false, magnitudes);
    }

    public int channels() {
        return channels;
    }

    public int pairs() {
        return upper.length;
    }

    /** Place of the pair in {@link #upper}, the same for both orders. */
    public int pair(int first, int second) {
        Objects.checkIndex(first, channels);
        Objects.checkIndex(second, channels);
        if (first == second) {
            throw new IllegalArgumentException("a pair has two different channels: channel=" + first);
        }
        int low = Math.min(first, second);
        int high = Math.max(first, second);
        return low * (2 * channels - low - 1) / 2 + high - low - 1;
    }

    /** The value of the pair; empty where the measure is not defined. */
    public OptionalDouble find(int first, int second) {
        double value = get(first, second);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The value of the pair, NaN where the measure is not defined. */
    public double get(int first, int second) {
        double value = upper[pair(first, second)];
        return turnsWithOrder && first > second ? -value : value;
    }

    /** A copy of the pairs (0, 1), (0, 2) … (0, n-1), (1, 2) …, NaN where there is no value. */
    public double[] upper() {
        return upper.clone();
    }

    private static double[] checked(int channels, double[] upper) {
        if (channels < 1 || upper.length != (long) channels * (channels - 1) / 2) {
            throw new IllegalArgumentException(
                    "n channels have n(n-1)/2 pairs: channels=" + channels + ", values=" + upper.length);
        }
        return upper.clone();
    }
}
