package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Gap;

/** EDF+ chapter 2.2: annotations, time-keeping, continuous and discontinuous files. */
class AnnotationsTest {

    @TempDir
    Path folder;

    @Test
    void s222_aListHoldsOnsetDurationAndSeveralTexts() throws IOException {
        TestFile file = TestFile.plus("EDF+C").record("+0\24\24\0+0.5\u00152.5\24a\24bb\24\0", 1, 2, 3, 4);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.annotations())
                    .containsExactly(
                            new Annotation(Duration.ofMillis(500), Optional.of(Duration.ofMillis(2500)), "a"),
                            new Annotation(Duration.ofMillis(500), Optional.of(Duration.ofMillis(2500)), "bb"));
        }
    }

    @Test
    void s222_textsAreUtf8AndOnsetsMayBeNegative() throws IOException {
        TestFile file = TestFile.plus("EDF+C").record("+0\24\24\0-1.25\24闭眼\24\0", 1, 2, 3, 4);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.annotations())
                    .containsExactly(new Annotation(Duration.ofMillis(-1250), Optional.empty(), "闭眼"));
            assertThat(recording.notices()).isEmpty();
        }
    }

    @Test
    void s222_textInAnotherEncodingIsReadAndReported() throws IOException {
        TestFile file = TestFile.plus("EDF+C").record("+0\24\24\0+1\24@@@@\24\0", 1, 2, 3, 4);
        byte[] name = "闭眼".getBytes("GB18030");
        byte[] record = file.data.getFirst();
        System.arraycopy(name, 0, record, new String(record, StandardCharsets.ISO_8859_1).indexOf("@@@@"), 4);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.annotations()).extracting(Annotation::text).containsExactly("闭眼");
            assertThat(recording.notices())
                    .extracting(EdfNotice::kind)
                    .containsExactly(EdfNotice.Kind.ANNOTATION_NOT_UTF8);
        }
    }

    @Test
    void s224_theFirstListKeepsTheTimeAndIsNoAnnotation() throws IOException {
        TestFile file =
                TestFile.plus("EDF+C").record("+0\24\24start\24\0", 1, 2, 3, 4).record("+1\24\24\0", 5, 6, 7, 8);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.annotations()).extracting(Annotation::text).containsExactly("start");
        }
    }

    @Test
    void s224_aStartBetweenTwoSecondsMovesStartAndAnnotations() throws IOException {
        TestFile file = TestFile.plus("EDF+C").record("+0.25\24\24\0+1\24x\24\0", 1, 2, 3, 4);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.startTime()).contains(LocalDateTime.of(2002, 3, 2, 10, 20, 30, 250_000_000));
            assertThat(recording.annotations()).extracting(Annotation::onset).containsExactly(Duration.ofMillis(750));
        }
    }

    @Test
    void s22_timesOfADiscontinuousFileMakeGaps() throws IOException {
        TestFile file = TestFile.plus("EDF+D")
                .record("+0\24\24\0", 1, 2, 3, 4)
                .record("+1\24\24\0", 5, 6, 7, 8)
                .record("+4.5\24\24\0", 9, 10, 11, 12);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.gaps(0)).containsExactly(new Gap(8, 10));
            assertThat(recording.samples(0)).isEqualTo(22);
            int[] after = new int[4];
            recording.counts(0, 18, after);
            assertThat(after).containsExactly(9, 10, 11, 12);
            assertThatThrownBy(() -> recording.counts(0, 7, new int[2])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void s22_timesRoundedByTheWriterMakeNoGap() throws IOException {
        TestFile file = TestFile.plus("EDF+D")
                .record("+0\24\24\0", 1, 2, 3, 4)
                .record("+1.001\24\24\0", 5, 6, 7, 8)
                .record("+1.999\24\24\0", 9, 10, 11, 12);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.gaps(0)).isEmpty();
            assertThat(Counts.all(recording, 0)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        }
    }

    @Test
    void recordsThatOverlapOrTellNoTimeCannotBePlaced() throws IOException {
        Path backwards = TestFile.plus("EDF+D")
                .record("+5\24\24\0", 1, 2, 3, 4)
                .record("+5.5\24\24\0", 5, 6, 7, 8)
                .in(folder);
        Path silent = TestFile.plus("EDF+D").record("", 1, 2, 3, 4).in(folder);

        assertThatThrownBy(() -> EdfRecording.recover(backwards))
                .isInstanceOfSatisfying(
                        EdfFormatException.class, e -> assertThat(e.problem()).isEqualTo(EdfProblem.TIME_BACKWARDS));
        assertThatThrownBy(() -> EdfRecording.recover(silent))
                .isInstanceOfSatisfying(
                        EdfFormatException.class, e -> assertThat(e.problem()).isEqualTo(EdfProblem.TIME_MISSING));
    }

    @Test
    void aContinuousFileWithForeignTimesIsReadAsContinuousAndReported() throws IOException {
        TestFile file = TestFile.plus("EDF+C").record("+0\24\24\0", 1, 2, 3, 4).record("+60\24\24\0", 5, 6, 7, 8);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.gaps(0)).isEmpty();
            assertThat(recording.notices())
                    .extracting(EdfNotice::kind)
                    .containsExactly(EdfNotice.Kind.TIME_KEEPING_DISAGREES);
        }
    }

    @Test
    void listsThatMakeNoSenseAreCountedAndLeftOut() throws IOException {
        TestFile file = TestFile.plus("EDF+C").record("+0\24\24\0soon\24x\24\0+1\24ok\24\0", 1, 2, 3, 4);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.annotations()).extracting(Annotation::text).containsExactly("ok");
            assertThat(recording.notices())
                    .extracting(EdfNotice::kind)
                    .containsExactly(EdfNotice.Kind.ANNOTATION_UNREADABLE);
        }
    }

    @Test
    void aFileOfAnnotationsAloneMayHaveRecordDurationZero() throws IOException {
        TestFile file = TestFile.plus("EDF+D");
        file.signals.removeFirst();
        file.duration = "0";
        file.record("+0\24\24\0+1\24W\24\0").record("+30\24\24\0+30\24N1\24\0");

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.channels()).isEmpty();
            assertThat(recording.annotations()).extracting(Annotation::text).containsExactly("W", "N1");
        }
    }

    @Test
    void annotationsOfAPlainFileAreReadAndReported() throws IOException {
        TestFile file = TestFile.plus("").record("+0\24\24\0+1\24x\24\0", 1, 2, 3, 4);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.annotations()).hasSize(1);
            assertThat(recording.notices())
                    .extracting(EdfNotice::kind)
                    .containsExactly(EdfNotice.Kind.ANNOTATIONS_IN_PLAIN_FILE);
        }
    }
}
