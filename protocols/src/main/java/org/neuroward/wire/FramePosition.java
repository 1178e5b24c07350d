package org.neuroward.wire;

/**
 * Where a frame stands among the samples of its stream.
 *
 * @param stream number of the stream, see {@link StreamLayout}
 * @param epoch counts changes of the device's settings; 0 from the start
 * @param firstSample index of the first sample, gaps counted in
 * @param sampleCount samples of each channel that the frame holds, or that are missing
 */
public record FramePosition(int stream, int epoch, long firstSample, int sampleCount) {

    private static final int LARGEST_U16 = 0xFFFF;

    public FramePosition {
        if (stream < 0 || stream > LARGEST_U16 || epoch < 0 || epoch > LARGEST_U16) {
            throw new IllegalArgumentException(
                    "stream and epoch must be 0 to 65535: stream=" + stream + ", epoch=" + epoch);
        }
        if (firstSample < 0 || sampleCount < 0) {
            throw new IllegalArgumentException(
                    "first sample and count must not be negative: first=" + firstSample + ", count=" + sampleCount);
        }
    }

    /** A place without samples. */
    public static FramePosition at(int stream, long sampleIndex) {
        return new FramePosition(stream, 0, sampleIndex, 0);
    }

    /** Index of the first sample after the frame. */
    public long endSample() {
        return firstSample + sampleCount;
    }
}
