package org.neuroward.samplematrix;

import java.util.Objects;

/**
 * What a matrix of samples is made of. A frame is one sample of each channel, all of the same instant.
 *
 * @param multiplexed frame after frame; otherwise channel after channel
 */
public record MatrixShape(NumberFormat format, boolean multiplexed, int channels, long frames) {

    public MatrixShape {
        Objects.requireNonNull(format);
        if (channels < 1 || frames < 0 || frames > Long.MAX_VALUE / Double.BYTES / channels) {
            throw new IllegalArgumentException(
                    "a matrix needs a channel and a size in bytes: channels=" + channels + ", frames=" + frames);
        }
    }

    long numbers() {
        return frames * channels;
    }

    /** Position of a sample, counted in numbers. */
    long position(int channel, long frame) {
        return multiplexed ? frame * channels + channel : channel * frames + frame;
    }

    /** From one sample of a channel to its next. */
    int stride() {
        return multiplexed ? channels : 1;
    }
}
