package org.neuroward.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameException.Kind;

class FrameSequenceTest {

    private final FrameSequence sequence = new FrameSequence(Frames.RECORDING);
    private final List<Frame> frames = Frames.recording();

    @BeforeEach
    void start() throws FrameException {
        for (Frame frame : frames.subList(0, 6)) {
            sequence.accept(frame);
        }
    }

    @Test
    void takesAWholeRecording() throws FrameException {
        for (Frame frame : frames.subList(6, frames.size())) {
            sequence.accept(frame);
        }

        assertThat(sequence.ended()).isTrue();
        assertThat(sequence.samples(0)).isEqualTo(400);
        assertThat(sequence.samples(1)).isEqualTo(200);
        assertRefused(Kind.WRONG_INDEX, gap(frames.size(), 0, 400));
    }

    @Test
    void refusesAnIndexThatIsNotTheNext() {
        assertRefused(Kind.WRONG_INDEX, frames.get(7));
        assertRefused(Kind.WRONG_INDEX, frames.get(5));
        assertThat(sequence.nextFrameIndex()).isEqualTo(6);
    }

    @Test
    void refusesSamplesThatDoNotFollow() {
        assertRefused(Kind.WRONG_INDEX, gap(6, 0, 19));
        assertRefused(Kind.WRONG_INDEX, gap(6, 0, 21));
        assertRefused(Kind.WRONG_INDEX, gap(6, 2, 0));
    }

    @Test
    void refusesCountsOfAnotherNumberOfChannels() {
        Frame frame = new FrameMaker(Frames.RECORDING, 6)
                .make(new FrameContent.Samples(new int[30]), new FramePosition(0, 0, 20, 10), Frames.TIME);

        assertRefused(Kind.BAD_PAYLOAD, frame);
    }

    @Test
    void refusesAnotherRecordingsFrame() {
        Frame frame = new FrameMaker(Frames.SESSION, 6)
                .make(new Missing(GapCause.SOURCE), new FramePosition(0, 0, 20, 1), Frames.TIME);

        assertRefused(Kind.WRONG_RECORDING, frame);
    }

    @Test
    void refusesARecordingThatDoesNotStartWithItsDescription() {
        assertThatThrownBy(() -> new FrameSequence(Frames.RECORDING).accept(gap(0, 0, 0)))
                .isInstanceOf(FrameException.class)
                .hasMessageContaining("description");
    }

    private static Frame gap(long index, int stream, long firstSample) {
        return new FrameMaker(Frames.RECORDING, index)
                .make(new Missing(GapCause.SOURCE), new FramePosition(stream, 0, firstSample, 1), Frames.TIME);
    }

    private void assertRefused(Kind kind, Frame frame) {
        assertThatThrownBy(() -> sequence.accept(frame))
                .isInstanceOfSatisfying(
                        FrameException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
