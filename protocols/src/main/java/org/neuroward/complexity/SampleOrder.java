package org.neuroward.complexity;

/** The samples of a signal in ascending order, equal ones in order of time. */
final class SampleOrder {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 6;

    private SampleOrder() {}

    /** Positions of the samples, the smallest sample first: a radix sort, in linear time. @param samples none of them NaN */
    static int[] of(double[] samples) {
        int n = samples.length;
        long[] keys = new long[n];
        int[] positions = new int[n];
        for (int i = 0; i < n; i++) {
            keys[i] = ascending(samples[i]);
            positions[i] = i;
        }
        long[] otherKeys = new long[n];
        int[] otherPositions = new int[n];
        for (int digit = 0; digit < DIGITS; digit++) {
            int shift = digit * DIGIT_BITS;
            int[] starts = starts(keys, shift);
            for (int i = 0; i < n; i++) {
                int to = starts[digit(keys[i], shift)]++;
                otherKeys[to] = keys[i];
                otherPositions[to] = positions[i];
            }
            long[] k = keys;
            keys = otherKeys;
            otherKeys = k;
            int[] p = positions;
            positions = otherPositions;
            otherPositions = p;
        }
        return positions;
    }

    /**
     * The middle sample in this order, or the mean of the two in the middle: digit by digit, in linear time.
     *
     * @param samples at least one, none of them NaN
     */
    static double median(double[] samples) {
        int half = samples.length / 2;
        return samples.length % 2 == 1 ? nth(samples, half) : nth(samples, half - 1) / 2 + nth(samples, half) / 2;
    }

    private static double nth(double[] samples, int n) {
        long[] keys = new long[samples.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ascending(samples[i]);
        }
        int left = keys.length;
        int place = n;
        for (int shift = (DIGITS - 1) * DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS) {
            int[] counts = new int[1 << DIGIT_BITS];
            for (int i = 0; i < left; i++) {
                counts[digit(keys[i], shift)]++;
            }
            int wanted = 0;
            while (place >= counts[wanted]) {
                place -= counts[wanted++];
            }
            int kept = 0;
            for (int i = 0; i < left; i++) {
                if (digit(keys[i], shift) == wanted) {
                    keys[kept++] = keys[i];
                }
            }
            left = kept;
        }
        return value(keys[0]);
    }

    private static double value(long key) {
        return Double.longBitsToDouble(key < 0 ? key ^ Long.MIN_VALUE : ~key);
    }

    /** Bits that, read as an unsigned number, ascend with the value. */
    private static long ascending(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    private static int[] starts(long[] keys, int shift) {
        int[] starts = new int[1 << DIGIT_BITS];
        for (long key : keys) {
            starts[digit(key, shift)]++;
        }
        int next = 0;
        for (int d = 0; d < starts.length; d++) {
            int count = starts[d];
            starts[d] = next;
            next += count;
        }
        return starts;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (1 << DIGIT_BITS) - 1;
    }
}
