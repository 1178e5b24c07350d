package org.neuroward.clinic.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.clinic.ingest.WireAgent;
import org.neuroward.wire.EndReason;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameMaker;
import org.neuroward.wire.FramePosition;
import org.neuroward.wire.FrameTime;
import org.neuroward.wire.GapCause;
import org.neuroward.wire.RecordingLog;
import org.neuroward.wire.RefusalCode;

class OpenRecordingTest {

    private static final FrameTime NOW = new FrameTime(0, 0);

    private final UUID id = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private final FrameMaker maker = new FrameMaker(id, 0);

    @TempDir
    Path logs;

    @Test
    void framesInOrderAreAcceptedAndDurableAfterTheForce() throws IOException {
        OpenRecording recording = created();

        assertThat(offer(recording, description())).isInstanceOf(Verdict.Accepted.class);
        assertThat(offer(recording, samples(0, 5, 7))).isInstanceOf(Verdict.Accepted.class);

        assertThat(recording.durableFrames()).isZero();
        assertThat(recording.write()).hasSize(2);
        assertThat(recording.force()).isEqualTo(2);
    }

    @Test
    void aFrameThatWasReceivedBeforeIsKnownWhetherItWaitsOrIsWritten() throws IOException {
        OpenRecording recording = created();
        Frame first = description();
        Frame second = samples(0, 5, 7);
        offer(recording, first);
        recording.write();
        offer(recording, second);

        assertThat(offer(recording, first)).isInstanceOf(Verdict.Known.class);
        assertThat(offer(recording, second)).isInstanceOf(Verdict.Known.class);
        assertThat(recording.write()).hasSize(1);
    }

    @Test
    void anIndexThatComesBackWithOtherContentIsRefused() throws IOException {
        OpenRecording recording = created();
        offer(recording, description());
        offer(recording, samples(0, 5, 7));
        recording.write();
        Frame other = new FrameMaker(id, 1)
                .make(new FrameContent.Samples(new int[] {5, 8}), new FramePosition(0, 0, 0, 1), NOW);

        Verdict verdict = offer(recording, other);

        assertThat(verdict)
                .isEqualTo(new Verdict.Refused(RefusalCode.WRONG_INDEX, "frame 1 was received with other content"));
    }

    @Test
    void aFrameThatWasAcknowledgedLongAgoIsNotLookedForAndEndsTheConnection() throws IOException {
        OpenRecording recording = created();
        Frame description = description();
        offer(recording, description);
        Frame early = samples(0, 1, 2);
        offer(recording, early);
        for (int sample = 1; sample < 1024; sample++) {
            offer(recording, samples(sample, 3, 4));
        }

        assertThat(offer(recording, early)).isInstanceOf(Verdict.Known.class);
        assertThat(((Verdict.Refused) offer(recording, description)).code()).isEqualTo(RefusalCode.WRONG_INDEX);
        assertThat(offer(recording, samples(1024, 5, 6))).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void moreGapsAndRemarksThanCanBeShownTakeNoMoreMemoryAndAddUp() throws IOException {
        OpenRecording recording = created();
        offer(recording, description());
        for (int i = 0; i < 6000; i++) {
            offer(
                    recording,
                    maker.make(new FrameContent.Missing(GapCause.COUNTER), new FramePosition(0, 0, i * 2L, 2), NOW));
            offer(
                    recording,
                    maker.make(
                            new FrameContent.Event(Duration.ofMillis(i), Optional.empty(), "x".repeat(600), false),
                            FramePosition.at(0, 0),
                            NOW));
        }

        RecordingProgress progress = recording.progress();

        assertThat(progress.gaps()).hasSize(5000);
        assertThat(progress.gapSamples()).isEqualTo(12_000);
        assertThat(progress.events())
                .hasSize(5000)
                .allMatch(event -> event.text().length() == 500);
    }

    @Test
    void samplesBeyondTenYearsAreNoRecording() throws IOException {
        OpenRecording recording = created();
        offer(recording, description());
        long reached = 0;
        Verdict verdict = new Verdict.Accepted();
        while (verdict instanceof Verdict.Accepted && reached < Long.MAX_VALUE / 2) {
            var gap = new FrameContent.Missing(GapCause.COUNTER);
            verdict = offer(recording, maker.make(gap, new FramePosition(0, 0, reached, Integer.MAX_VALUE), NOW));
            reached += Integer.MAX_VALUE;
        }

        assertThat(((Verdict.Refused) verdict).sentence()).contains("ten years");
        assertThat(recording.progress().recorded()).isLessThan(Duration.ofDays(3660));
    }

    @Test
    void aFrameAheadOfItsTurnIsRefusedAndTheRightOneStillTaken() throws IOException {
        OpenRecording recording = created();
        offer(recording, description());
        Frame next = samples(0, 1, 2);
        Frame ahead = samples(1, 3, 4);

        assertThat(((Verdict.Refused) offer(recording, ahead)).code()).isEqualTo(RefusalCode.WRONG_INDEX);

        assertThat(offer(recording, next)).isInstanceOf(Verdict.Accepted.class);
        assertThat(offer(recording, ahead)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void afterARestartTheLogAloneTellsWhatComesNextAndHowFarItIs() throws IOException {
        OpenRecording before = created();
        offer(before, description());
        offer(before, samples(0, 1, 2));
        offer(before, maker.make(new FrameContent.Missing(GapCause.COUNTER), new FramePosition(0, 0, 1, 255), NOW));
        offer(
                before,
                maker.make(
                        new FrameContent.Event(Duration.ofMillis(500), Optional.empty(), "cough", false),
                        FramePosition.at(0, 128),
                        NOW));
        before.write();
        before.close();

        OpenRecording after = OpenRecording.of(stored(), RecordingLog.open(logs, id));

        assertThat(after.durableFrames()).isEqualTo(4);
        assertThat(after.progress().recorded()).isEqualTo(Duration.ofSeconds(1));
        assertThat(after.progress().gapSamples()).isEqualTo(255);
        assertThat(after.progress().events())
                .extracting(FrameContent.Event::text)
                .containsExactly("cough");
        assertThat(offer(after, samples(256, 3, 4))).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void theEndIsKnownAsSoonAsItIsAcceptedAndNothingFollowsIt() throws IOException {
        OpenRecording recording = created();
        offer(recording, description());
        var end = new FrameContent.End(EndReason.STOPPED, List.of(0L));
        offer(recording, maker.make(end, FramePosition.at(0, 0), NOW));

        assertThat(recording.end()).contains(end);
        assertThat(offer(recording, samples(0, 1, 2))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void afterAFailedWriteNothingIsTakenAnyMore() throws IOException {
        OpenRecording recording = created();
        offer(recording, description());

        assertThat(recording.fail()).hasSize(1);

        assertThat(((Verdict.Refused) offer(recording, samples(0, 1, 2))).code())
                .isEqualTo(RefusalCode.STORAGE_FAILED);
    }

    private OpenRecording created() throws IOException {
        return OpenRecording.of(stored(), RecordingLog.create(logs, id));
    }

    private StoredRecording stored() {
        return new StoredRecording(
                id,
                session,
                "bed-1",
                RecordingState.OPEN,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Verdict offer(OpenRecording recording, Frame frame) throws IOException {
        return recording.offer(new ArrivedFrame(frame, 0, () -> {}));
    }

    private Frame description() {
        var content =
                new FrameContent.Description(session, "test amplifier", Instant.EPOCH, WireAgent.TWO_CHANNELS, true);
        return maker.make(content, FramePosition.at(0, 0), NOW);
    }

    private Frame samples(long first, int... counts) {
        return maker.make(new FrameContent.Samples(counts), new FramePosition(0, 0, first, counts.length / 2), NOW);
    }
}
