package org.neuroward.signal;

/** Samples of one channel that are known to be missing: they have indexes, but no values. */
public record Gap(long firstSample, long count) {

    public Gap {
        if (firstSample < 0 || count <= 0) {
            throw new IllegalArgumentException(
                    "gap must start at sample 0 or later and hold at least one sample: first=" + firstSample
                            + ", count=" + count);
        }
    }

    /** Index of the first sample after the gap. */
    public long endSample() {
        return firstSample + count;
    }
}
