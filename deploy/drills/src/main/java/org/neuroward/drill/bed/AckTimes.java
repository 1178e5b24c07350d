package org.neuroward.drill.bed;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long blocks took from the moment at which they were due until they were acknowledged as durable. Counted in classes
 * that are 1.5 % wide, so that a percentile is right to that.
 */
public final class AckTimes {

    private static final double WIDTH = 1.015;
    private static final double NANOS_OF_FIRST = 1_000;
    private static final int CLASSES = 1600;

    private final AtomicLongArray counts = new AtomicLongArray(CLASSES);

    public void acknowledged(long nanos) {
        counts.incrementAndGet(classOf(nanos));
    }

    private static int classOf(long nanos) {
        double steps = Math.log(Math.max(nanos, NANOS_OF_FIRST) / NANOS_OF_FIRST) / Math.log(WIDTH);
        return Math.min(CLASSES - 1, (int) steps);
    }

    /** What was counted so far, to be subtracted later. */
    public long[] snapshot() {
        long[] copy = new long[CLASSES];
        for (int i = 0; i < CLASSES; i++) {
            copy[i] = counts.get(i);
        }
        return copy;
    }

    /** The times that were counted between two snapshots. */
    public static Between between(long[] before, long[] after) {
        long[] counts = new long[CLASSES];
        for (int i = 0; i < CLASSES; i++) {
            counts[i] = after[i] - before[i];
        }
        return new Between(counts);
    }

    /** Times of a stretch. */
    public static final class Between {
        private final long[] counts;
        private final long total;

        private Between(long[] counts) {
            this.counts = counts;
            long sum = 0;
            for (long count : counts) {
                sum += count;
            }
            total = sum;
        }

        public long count() {
            return total;
        }

        /** The time that {@code share} of the blocks did not exceed; infinite when there were none. */
        public double millis(double share) {
            long wanted = (long) Math.ceil(share * total);
            long seen = 0;
            for (int i = 0; i < CLASSES && total > 0; i++) {
                seen += counts[i];
                if (seen >= wanted) {
                    return NANOS_OF_FIRST * Math.pow(WIDTH, i + 1) / 1e6;
                }
            }
            return Double.POSITIVE_INFINITY;
        }
    }
}
