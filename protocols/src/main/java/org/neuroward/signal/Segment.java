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

    /**
     * First samples of the epochs that fit into this stretch, the first at its beginning: what estimators of spectra and
     * connectivity take. They are indexes of an array that begins at sample 0 of the recording.
     *
     * @param epochSamples length of an epoch, at least 1
     * @param step from one beginning to the next, at least 1; half the length makes epochs overlap by half
     */
    public int[] epochs(int epochSamples, int step) {
        if (epochSamples < 1 || step < 1) {
            throw new IllegalArgumentException(
                    "epochs must have a length and a step of at least one sample: epochSamples=" + epochSamples
                            + ", step=" + step);
        }
        int epochs = count < epochSamples ? 0 : Math.toIntExact((count - epochSamples) / step + 1);
        int[] first = new int[epochs];
        for (int e = 0; e < epochs; e++) {
            first[e] = Math.toIntExact(firstSample + (long) e * step);
        }
        return first;
    }
}
