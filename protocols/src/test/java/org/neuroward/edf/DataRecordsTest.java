package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data records and their announced number. */
class DataRecordsTest {

    @TempDir
    Path folder;

    @Test
    void anyWindowIsReadAcrossRecords() throws IOException {
        TestFile file = TestFile.plain(2);
        file.signal(1).samples = "1";
        for (int record = 0; record < 100; record++) {
            file.record(4 * record, 4 * record + 1, 4 * record + 2, 4 * record + 3, -record);
        }

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            for (int first = 0; first < 400; first += 7) {
                int[] counts = new int[Math.min(11, 400 - first)];
                recording.counts(0, first, counts);
                assertThat(counts[0]).isEqualTo(first);
                assertThat(counts[counts.length - 1]).isEqualTo(first + counts.length - 1);
            }
            assertThat(recording.channels().get(1).rate().hertz()).isEqualTo(1);
            assertThat(Counts.all(recording, 1)[99]).isEqualTo(-99);
        }
    }

    @Test
    void aWindowThatLeavesTheRecordingIsRefused() throws IOException {
        TestFile file = TestFile.plain(1).record(1, 2, 3, 4);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThatThrownBy(() -> recording.counts(0, 3, new int[2])).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> recording.counts(0, -1, new int[1])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void minusOneRecordsMeansWhatTheFileHolds() throws IOException {
        TestFile file = TestFile.plain(1).record(1, 2, 3, 4).record(5, 6, 7, 8);
        file.records = "-1";
        file.tail = new byte[] {9, 0, 10};

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(Counts.all(recording, 0)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(recording.notices())
                    .extracting(EdfNotice::kind)
                    .containsExactly(EdfNotice.Kind.RECORD_COUNT_OPEN, EdfNotice.Kind.LAST_RECORD_CUT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "99999999"})
    void moreRecordsThanHeldIsRefusedUnlessRecoveryIsAskedFor(String announced) throws IOException {
        TestFile file = TestFile.plain(1).record(1, 2, 3, 4).record(5, 6, 7, 8);
        file.records = announced;
        file.tail = new byte[] {1, 2, 3};
        Path path = file.in(folder);

        assertThatThrownBy(() -> EdfRecording.open(path)).isInstanceOfSatisfying(EdfFormatException.class, e -> {
            assertThat(e.problem()).isEqualTo(EdfProblem.TRUNCATED);
            assertThat(e.facts())
                    .containsEntry("announced", announced)
                    .containsEntry("held", "2")
                    .containsEntry("bytes", "3");
        });
        try (EdfRecording recovered = EdfRecording.recover(path)) {
            assertThat(Counts.all(recovered, 0)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(recovered.damage()).hasSize(1);
        }
    }

    @Test
    void announcedRecordsOfWhichNoneIsWholeAreRefusedAlways() throws IOException {
        TestFile file = TestFile.plain(1);
        file.records = "5";
        file.tail = new byte[] {1, 2, 3};
        Path path = file.in(folder);

        assertThatThrownBy(() -> EdfRecording.recover(path))
                .isInstanceOfSatisfying(
                        EdfFormatException.class, e -> assertThat(e.problem()).isEqualTo(EdfProblem.NO_WHOLE_RECORD));
    }

    @Test
    void aHeaderAloneIsAnEmptyRecording() throws IOException {
        try (EdfRecording recording = EdfRecording.open(TestFile.plain(1).in(folder))) {
            assertThat(recording.samples(0)).isZero();
            assertThat(recording.segments(0)).isEmpty();
        }
    }

    @Test
    void aPlainFileLongerThanAnnouncedIsReadToItsEnd() throws IOException {
        TestFile file = TestFile.plain(1).record(1, 2, 3, 4).record(5, 6, 7, 8);
        file.records = "1";

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.samples(0)).isEqualTo(8);
            assertThat(recording.notices())
                    .extracting(EdfNotice::kind)
                    .containsExactly(EdfNotice.Kind.RECORD_COUNT_WRONG);
        }
    }

    @Test
    void whatFollowsTheRecordsOfAnEdfPlusFileWithoutATimeIsNoRecord() throws IOException {
        TestFile file = TestFile.plus("EDF+C").record("+0\24\24\0", 1, 2, 3, 4).record("+1\24\24\0", 5, 6, 7, 8);
        file.records = "1";
        file.tail = new byte[100];

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.samples(0)).isEqualTo(8);
            assertThat(recording.notices())
                    .extracting(EdfNotice::kind)
                    .containsExactly(EdfNotice.Kind.RECORD_COUNT_WRONG, EdfNotice.Kind.TRAILING_BYTES);
        }
    }

    @Test
    void everyCutOfAFileIsRefusedOrRecoveredWithoutInventingASample() throws IOException {
        TestFile file = TestFile.plus("EDF+D").record("+0\24\24\0", 1, 2, 3, 4).record("+7\24\24\0", 5, 6, 7, 8);
        byte[] whole = file.bytes();

        for (int length = 0; length < whole.length; length++) {
            Path path = Files.write(folder.resolve("cut.edf"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> EdfRecording.open(path)).isInstanceOf(EdfFormatException.class);
            if (length >= 768 + 38) {
                try (EdfRecording recovered = EdfRecording.recover(path)) {
                    assertThat(Counts.all(recovered, 0)).containsExactly(1, 2, 3, 4);
                }
            }
        }
    }

    @Test
    void aSignalWithoutSamplesIsLeftOut() throws IOException {
        TestFile file = TestFile.plain(2).record(1, 2, 3, 4);
        file.signal(0).samples = "0";
        file.signal(1).label = "EEG Pz";

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.channels()).singleElement().satisfies(c -> assertThat(c.label())
                    .isEqualTo("EEG Pz"));
            assertThat(Counts.all(recording, 0)).containsExactly(1, 2, 3, 4);
        }
    }
}
