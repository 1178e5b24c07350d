package org.neuroward.brainvision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.neuroward.brainvision.BrainVisionNotice.Kind;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;

/** What real and hostile files do: tolerated with a notice, or refused with the place and the way out. */
class DamagedVisionFilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Common Infos]                | [Something Else]             | not-brainvision",
                "SamplingInterval=4000         | SamplingInterval=0           | out-of-range",
                "SamplingInterval=4000         | SamplingInterval=-4000       | out-of-range",
                "SamplingInterval=4000         | SamplingInterval=NaN         | not-a-number",
                "SamplingInterval=4000         | SamplingInterval=1E999999999 | out-of-range",
                "SamplingInterval=4000         | ;                            | line-missing",
                "NumberOfChannels=2            | NumberOfChannels=0           | out-of-range",
                "NumberOfChannels=2            | NumberOfChannels=2000000000  | out-of-range",
                "NumberOfChannels=2            | NumberOfChannels=1.5         | out-of-range",
                "NumberOfChannels=2            | NumberOfChannels=3           | channels-disagree",
                "NumberOfChannels=2            | NumberOfChannels=1           | channels-disagree",
                "Ch2=C4                        | Ch3=C4                       | line-missing",
                "Ch2=C4,,1                     | Ch2=C4,,0                    | out-of-range",
                "Ch2=C4,,1                     | Ch2=C4,,1e-300               | out-of-range",
                "Ch2=C4,,1                     | Ch2=C4,,one                  | not-a-number",
                "DataFile=rec.eeg              | ;                            | line-missing",
                "DataFormat=BINARY             | DataFormat=ASCII             | not-supported",
                "DataFormat=BINARY             | DataType=FREQUENCYDOMAIN     | not-supported",
                "BinaryFormat=IEEE_FLOAT_32    | BinaryFormat=UINT_16         | not-supported",
                "BinaryFormat=IEEE_FLOAT_32    | UseBigEndianOrder=YES        | not-supported",
                "DataOrientation=MULTIPLEXED   | DataOrientation=SIDEWAYS     | not-supported",
                "DataOrientation=MULTIPLEXED   | DataPoints=11                | truncated",
                "DataOrientation=MULTIPLEXED   | DataPoints=1e15              | out-of-range",
            })
    void aHeaderThatCannotBeTrustedIsRefused(String sound, String spoilt, String code) throws IOException {
        String header = VisionFiles.HEADER.replace(sound, spoilt);
        assertThat(header).isNotEqualTo(VisionFiles.HEADER);
        Path path = VisionFiles.write(folder, header, VisionFiles.MARKERS, VisionFiles.floats());

        assertThatExceptionOfType(BrainVisionFormatException.class)
                .isThrownBy(() -> BrainVisionFile.open(path))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.sentence(Locale.ENGLISH)).doesNotContain("{");
                    assertThat(refusal.sentence(Locale.SIMPLIFIED_CHINESE)).doesNotContain("{");
                });
    }

    @Test
    void channelAfterChannelATruncatedFileIsRefusedEvenForRecovery() throws IOException {
        String vectorized = VisionFiles.HEADER.replace("MULTIPLEXED", "VECTORIZED");
        byte[] cut = Arrays.copyOf(VisionFiles.floats(), 76);
        Path unannounced = VisionFiles.write(folder, vectorized, VisionFiles.MARKERS, cut);
        assertThatExceptionOfType(BrainVisionFormatException.class)
                .isThrownBy(() -> BrainVisionFile.recover(unannounced))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("size-disagrees"));

        Path announced = VisionFiles.write(
                folder, vectorized.replace("[Binary", "DataPoints=10\n[Binary"), VisionFiles.MARKERS, cut);
        assertThatExceptionOfType(BrainVisionFormatException.class)
                .isThrownBy(() -> BrainVisionFile.recover(announced))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("truncated"));
    }

    @Test
    void aTruncatedFileIsRefusedAndRecoveredUpToItsLastWholeSample() throws IOException {
        String header = VisionFiles.HEADER.replace("[Binary", "DataPoints=10\n[Binary");
        Path path = VisionFiles.write(folder, header, VisionFiles.MARKERS, Arrays.copyOf(VisionFiles.floats(), 61));

        assertThatExceptionOfType(BrainVisionFormatException.class)
                .isThrownBy(() -> BrainVisionFile.open(path))
                .withMessageContaining("announces 10 samples per channel, but it holds 7");
        try (BrainVisionFile file = BrainVisionFile.recover(path)) {
            assertThat(file.recording().samples(0)).isEqualTo(7);
            assertThat(kinds(file)).contains(Kind.DATA_MISSING, Kind.TRAILING_BYTES);
        }
    }

    @Test
    void withoutOneWholeSampleThereIsNoRecording() throws IOException {
        Path path = VisionFiles.write(folder, VisionFiles.HEADER, VisionFiles.MARKERS, new byte[7]);

        assertThatExceptionOfType(BrainVisionFormatException.class)
                .isThrownBy(() -> BrainVisionFile.recover(path))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("no-data"));
    }

    @Test
    void floatsThatAreNoNumbersAreGapsOfTheirChannel() throws IOException {
        byte[] floats = VisionFiles.floats();
        ByteBuffer bytes = ByteBuffer.wrap(floats).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putFloat(8 * 3, Float.NaN);
        bytes.putFloat(8 * 4, Float.POSITIVE_INFINITY);
        bytes.putFloat(8 * 9 + 4, Float.MAX_VALUE);
        Path path = VisionFiles.write(folder, VisionFiles.HEADER, VisionFiles.MARKERS, floats);

        try (BrainVisionFile file = BrainVisionFile.open(path)) {
            Recording recording = file.recording();
            assertThat(recording.gaps(0)).containsExactly(new Gap(3, 2));
            assertThat(recording.gaps(1)).containsExactly(new Gap(9, 1));
            assertThat(recording.samples(1)).isEqualTo(10);
            assertThat(kinds(file)).contains(Kind.HOLES);
            double[] after = new double[5];
            recording.microvolts(0, 5, after);
            assertThat(after).containsExactly(50, 60, 70, 80, 90);
            assertThatIllegalArgumentException().isThrownBy(() -> recording.microvolts(0, 4, after));
            assertThatIllegalArgumentException().isThrownBy(() -> recording.counts(0, Long.MAX_VALUE, new int[1]));
        }
    }

    @Test
    void aChannelOfZerosOrOfNoNumbersAtAllIsStillAChannel() throws IOException {
        byte[] floats = new byte[80];
        ByteBuffer bytes = ByteBuffer.wrap(floats).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < 10; frame++) {
            bytes.putFloat(8 * frame, Float.NaN);
        }
        Path path = VisionFiles.write(folder, VisionFiles.HEADER, VisionFiles.MARKERS, floats);

        try (BrainVisionFile file = BrainVisionFile.open(path)) {
            assertThat(file.recording().segments(0)).isEmpty();
            int[] counts = new int[10];
            file.recording().counts(1, 0, counts);
            assertThat(counts).containsOnly(0);
        }
    }

    @Test
    void aRenamedRecordingIsFoundByTheNameOfItsHeader() throws IOException {
        Path path = VisionFiles.write(
                folder,
                VisionFiles.HEADER
                        .replace("DataFile=rec", "DataFile=before")
                        .replace("MarkerFile=rec", "MarkerFile=before"),
                VisionFiles.MARKERS,
                VisionFiles.floats());
        Files.move(folder.resolve("rec.eeg"), folder.resolve("rec.EEG"));

        try (BrainVisionFile file = BrainVisionFile.open(path)) {
            assertThat(kinds(file)).contains(Kind.FILE_RENAMED);
            assertThat(file.recording().annotations()).hasSize(1);
            assertThat(file.files()).containsExactly(path, folder.resolve("rec.vmrk"), folder.resolve("rec.EEG"));
        }
    }

    @Test
    void aHeaderReachesNoFileOutsideItsFolder() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.write(folder.resolve("secret.bin"), VisionFiles.floats());
        Path path = VisionFiles.write(
                inner,
                VisionFiles.HEADER.replace("DataFile=rec.eeg", "DataFile=../secret.bin"),
                VisionFiles.MARKERS,
                VisionFiles.floats());
        Files.delete(inner.resolve("rec.eeg"));

        assertThatExceptionOfType(BrainVisionFormatException.class)
                .isThrownBy(() -> BrainVisionFile.open(path))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("data-file-missing"));
    }

    @Test
    void withoutItsMarkerFileARecordingIsReadAndSaysSo() throws IOException {
        Path path = VisionFiles.write(folder, VisionFiles.HEADER, VisionFiles.MARKERS, VisionFiles.floats());
        Files.delete(folder.resolve("rec.vmrk"));

        try (BrainVisionFile file = BrainVisionFile.open(path)) {
            assertThat(kinds(file)).contains(Kind.MARKER_FILE_MISSING);
            assertThat(file.recording().annotations()).isEmpty();
        }
    }

    @Test
    void markersThatMakeNoSenseAreLeftOutAndCounted() throws IOException {
        String markers = VisionFiles.MARKERS + """
                Mk3=Stimulus,S  2,twelve,1,0
                Mk4=Stimulus
                Mk5=Stimulus,S  3,999999999999,1,0
                Mk6=New Segment,,8,1,0,20241340101112123456
                Rubbish=1,2,3
                """;
        Path path = VisionFiles.write(folder, VisionFiles.HEADER, markers, VisionFiles.floats());

        try (BrainVisionFile file = BrainVisionFile.open(path)) {
            assertThat(file.recording().annotations()).extracting(a -> a.text()).containsExactly("Stimulus/S  1");
            assertThat(file.notices())
                    .filteredOn(notice -> notice.kind() == Kind.MARKERS_UNREADABLE)
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.facts()).containsEntry("count", "3"));
            assertThat(kinds(file)).contains(Kind.MARKERS_OUTSIDE, Kind.DATE_UNREADABLE, Kind.BREAKS_OF_UNKNOWN_LENGTH);
        }
    }

    @Test
    void segmentsWhoseDatesAgreeWithTheirSamplesOrRunBackwardsAreToldApart() throws IOException {
        String markers = VisionFiles.MARKERS + """
                Mk3=New Segment,,5,1,0,20240229101112140000
                Mk4=New Segment,,8,1,0,20240229101110000000
                """;
        Path path = VisionFiles.write(folder, VisionFiles.HEADER, markers, VisionFiles.floats());

        try (BrainVisionFile file = BrainVisionFile.open(path)) {
            assertThat(kinds(file)).contains(Kind.SEGMENTS_CONTINUOUS, Kind.BREAKS_OF_UNKNOWN_LENGTH);
            assertThat(file.recording().gaps(0)).containsExactly(new Gap(7, 1));
        }
    }

    @Test
    void aChineseRemarkOfAnOlderSystemIsRead() throws IOException {
        Path path = VisionFiles.write(folder, VisionFiles.HEADER, "", VisionFiles.floats());
        Files.write(
                folder.resolve("rec.vmrk"),
                VisionFiles.MARKERS.replace("Stimulus,S  1", "Comment,闭眼").getBytes("GB18030"));

        try (BrainVisionFile file = BrainVisionFile.open(path)) {
            assertThat(file.recording().annotations()).extracting(a -> a.text()).containsExactly("闭眼");
            assertThat(kinds(file)).contains(Kind.TEXT_NOT_UTF8);
        }
    }

    @Test
    void aDecimalCommaAndADamagedUnitAreReadAndNoticed() throws IOException {
        byte[] header = VisionFiles.HEADER
                .replace("SamplingInterval=4000", "SamplingInterval=3906,25")
                .replace("Ch2=C4,,1,µV", "Ch2=C4,,1,ÂµV")
                .replace("Version 1.0", "Version 7.0")
                .getBytes(StandardCharsets.UTF_8);
        Path path = VisionFiles.write(folder, "", VisionFiles.MARKERS, VisionFiles.floats());
        Files.write(path, header);

        try (BrainVisionFile file = BrainVisionFile.open(path)) {
            assertThat(file.recording().channels().get(1).rate().hertz()).isEqualTo(256);
            assertThat(file.recording().channels().get(1).unit()).isEqualTo("µV");
            assertThat(kinds(file)).contains(Kind.DECIMAL_COMMA, Kind.UNIT_REPAIRED, Kind.FIRST_LINE_UNUSUAL);
        }
    }

    @ParameterizedTest
    @EnumSource(BrainVisionProblem.class)
    void everyRefusalHasASentenceInBothLanguages(BrainVisionProblem problem) {
        assertSentences("problem." + problem.code());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyNoticeHasASentenceInBothLanguages(Kind kind) {
        assertSentences("notice." + kind.code());
    }

    private static void assertSentences(String key) {
        String english = ResourceBundle.getBundle("org.neuroward.brainvision.messages", Locale.ROOT)
                .getString(key);
        String chinese = ResourceBundle.getBundle("org.neuroward.brainvision.messages", Locale.SIMPLIFIED_CHINESE)
                .getString(key);
        assertThat(chinese).isNotEqualTo(english).endsWith("。");
        assertThat(english).endsWith(".");
    }

    private static List<Kind> kinds(BrainVisionFile file) {
        return file.notices().stream().map(BrainVisionNotice::kind).toList();
    }
}
