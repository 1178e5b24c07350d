package org.neuroward.wire;

import java.util.UUID;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameException.Kind;

/**
 * The rule that the frames of a recording keep: the description first, indexes without holes, each stream's samples without
 * holes, nothing after the end. Belongs to one thread.
 */
public final class FrameSequence {

    private final UUID recordingId;
    private long nextFrameIndex;
    private StreamLayout layout;
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
        layout = description.layout();
        nextSamples = new long[layout.streams().size()];
    }

    private void advance(Frame frame) throws FrameException {
        int stream = frame.stream();
        if (stream >= nextSamples.length) {
            throw wrongIndex("the recording has " + nextSamples.length + " streams", frame);
        }
        if (frame.firstSample() != nextSamples[stream] || frame.sampleCount() == 0) {
            throw wrongIndex("expected sample " + nextSamples[stream] + " or a gap there", frame);
        }
        if (frame.content() instanceof FrameContent.Samples samples) {
            int channels = layout.streams().get(stream).channels().size();
            if (samples.size() != (long) channels * frame.sampleCount()) {
                throw new FrameException(
                        Kind.BAD_PAYLOAD, "a sample of this stream has " + channels + " counts: " + frame);
            }
        }
        nextSamples[stream] += frame.sampleCount();
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
