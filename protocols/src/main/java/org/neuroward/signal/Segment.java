package org.neuroward.signal;

/** A stretch of consecutive samples of arbitrary length. */
public record Segment(long firstSample, long count) {

    public Segment {
        if (firstSample < 0 || count < 0) {
            throw new IllegalArgumentException(
                    "segment must not start or extend below sample 0: first=" + firstSample + ", count=" + count);
        }
    }

    /** Index of the first sample after the segment. */
    public long endSample() {
        return firstSample + count;
    }
}
