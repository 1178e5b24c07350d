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
