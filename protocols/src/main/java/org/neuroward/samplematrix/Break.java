package org.neuroward.samplematrix;

/**
 * A place where the recording was interrupted.
 *
 * @param frame first frame after the interruption
 * @param missingSamples at least 1, since one sample at least is missing where the length is unknown
 */
public record Break(long frame, long missingSamples) {

    public Break {
        if (frame < 0 || missingSamples < 1) {
            throw new IllegalArgumentException("a break lies at a frame and misses a sample at least: frame=" + frame
                    + ", missing=" + missingSamples);
        }
    }
}
