package org.neuroward.wire;

import java.util.UUID;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameException.Kind;

/**
 * The rule that the frames of a recording keep: the description first, indexes without holes, each stream's samples without
 * holes, nothing after the end. Belongs to one thread.
 */
public final class FrameSequence {

    /** Beyond it is no recording but a mistake, and sums of durations would no longer fit. */
    private static final double LONGEST_SECONDS = 10.0 * 366 * 24 * 3600;

    private final UUID recordingId;
    private long nextFrameIndex;
    private int[] channelsOfStreams = {};
    private double[] hertzOfStreams = {};
    private long[] nextSamples = {};
    private boolean ended;

    public FrameSequence(UUID recordingId) {
        this.recordingId = recordingId;
    }

    /**
     * Takes {@code frame} as the next one.
     *
     * @throws FrameException when it is not; the sequence is then as before
     */
    public void accept(Frame frame) throws FrameException {
        if (!frame.recordingId().equals(recordingId)) {
            throw new FrameException(Kind.WRONG_RECORDING, "expected a frame of " + recordingId + ", found " + frame);
        }
        if (frame.index() != nextFrameIndex || ended) {
            throw wrongIndex(
                    "expected frame " + nextFrameIndex + (ended ? " never to come, after the end" : ""), frame);
        }
        if ((frame.type() == FrameType.DESC) != (nextFrameIndex == 0)) {
            throw wrongIndex("the description must be frame 0 and only that", frame);
        }
        switch (frame.type()) {
            case DESC -> start((Description) frame.content());
            case DATA, GAP -> advance(frame);
            case EVENT, CLOCK, IMPEDANCE, TALLY -> frame.content();
            case END -> {
                frame.content();
                ended = true;
            }
        }
        nextFrameIndex++;
    }

    private void start(Description description) {
        var streams = description.layout().streams();
        channelsOfStreams =
                streams.stream().mapToInt(stream -> stream.channels().size()).toArray();
        hertzOfStreams =
                streams.stream().mapToDouble(stream -> stream.rate().hertz()).toArray();
        nextSamples = new long[channelsOfStreams.length];
    }

    private void advance(Frame frame) throws FrameException {
        int stream = frame.stream();
        if (stream >= nextSamples.length) {
            throw wrongIndex("the recording has " + nextSamples.length + " streams", frame);
        }
        if (frame.firstSample() != nextSamples[stream] || frame.sampleCount() == 0) {
            throw wrongIndex("expected sample " + nextSamples[stream] + " or a gap there", frame);
        }
        if (frame.header().position().endSample() / hertzOfStreams[stream] > LONGEST_SECONDS) {
            throw wrongIndex("a recording lasts ten years at most", frame);
        }
        if (frame.type() == FrameType.DATA) {
            requireWholeSamples(frame, channelsOfStreams[stream]);
        } else {
            frame.content();
        }
        nextSamples[stream] += frame.sampleCount();
    }

    /** By the length alone: any four bytes are a count, so nothing needs to be decoded. */
    private static void requireWholeSamples(Frame frame, int channels) throws FrameException {
        if (frame.payloadBytes() != (long) Integer.BYTES * channels * frame.sampleCount()) {
            throw new FrameException(Kind.BAD_PAYLOAD, "a sample of this stream has " + channels + " counts: " + frame);
        }
    }

    private static FrameException wrongIndex(String rule, Frame frame) {
        return new FrameException(Kind.WRONG_INDEX, rule + ", found " + frame);
    }

    public long nextFrameIndex() {
        return nextFrameIndex;
    }

    /** Sample indexes of {@code stream} so far, gaps included. */
    public long samples(int stream) {
        return nextSamples[stream];
    }

    public int streams() {
        return nextSamples.length;
    }

    public boolean ended() {
        return ended;
    }
}
