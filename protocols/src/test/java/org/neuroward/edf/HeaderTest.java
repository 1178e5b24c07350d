package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;

/** The header record of the EDF specification of 1992 and of EDF+ 2.1.3: what is read, forgiven, refused. */
class HeaderTest {

    @TempDir
    Path folder;

    @Test
    void everyFieldIsRead() throws IOException {
        TestFile file = TestFile.plain(2).record(1, 2, 3, 4, -1, -2, -3, -4);
        file.signal(1).label = "ECG II";

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.header().format()).isEqualTo(EdfFormat.EDF);
            assertThat(recording.header().patient()).isEqualTo("X X X X");
            assertThat(recording.startTime()).contains(LocalDateTime.of(2002, 3, 2, 10, 20, 30));
            assertThat(recording.channels()).hasSize(2);
            assertThat(recording.channels().get(0).physical()).isEqualTo(new PhysicalRange(-100, 100));
            assertThat(recording.channels().get(0).digital()).isEqualTo(new DigitalRange(-2048, 2047));
            assertThat(recording.channels().get(0).rate().hertz()).isEqualTo(4);
            assertThat(recording.channels().get(0).prefilter()).isEqualTo("HP:0.1Hz");
            assertThat(recording.channels().get(1).kind()).isEqualTo(ChannelKind.ECG);
            assertThat(Counts.all(recording, 1)).containsExactly(-1, -2, -3, -4);
            assertThat(recording.notices()).extracting(EdfNotice::kind).isEmpty();
        }
    }

    @Test
    void samplesOfBdfHave24Bits() throws IOException {
        TestFile file = TestFile.bdf(1).record(8_388_607, -8_388_608, -1, 65_536);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.header().format()).isEqualTo(EdfFormat.BDF);
            assertThat(Counts.all(recording, 0)).containsExactly(8_388_607, -8_388_608, -1, 65_536);
        }
    }

    @Test
    void statusOfBdfIsATriggerChannel() throws IOException {
        TestFile file = TestFile.bdf(1).record(1, 2, 3, 4);
        file.signal(0).label = "Status";

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.channels().getFirst().kind()).isEqualTo(ChannelKind.TRIGGER);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EEG Fp1-LE, EEG",
        "Fc5., EEG",
        "C4-A1, EEG",
        "POz, EEG",
        "EEG 23A-23R, EEG",
        "EOG left, EOG",
        "E1-M2, EOG",
        "Left Eye-A2, EOG",
        "EMG chin, EMG",
        "Chin1-Chin2, EMG",
        "ECG ECG, ECG",
        "EKG, ECG",
        "Event marker, TRIGGER",
        "STI 014, TRIGGER",
        "Resp oro-nasal, OTHER",
        "sine 8 Hz, OTHER",
        "Temp rectal, OTHER",
        "SaO2, OTHER"
    })
    void labelsTellTheKind(String label, ChannelKind kind) {
        assertThat(ChannelKind.ofLabel(label)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "02.03.84, X, 2084-03-02T10:20:30",
        "02.03.85, X, 1985-03-02T10:20:30",
        "02.03.02, Startdate 02-MAR-2002 X X X, 2002-03-02T10:20:30",
        "02.03.yy, Startdate 02-MAR-2102 X X X, 2102-03-02T10:20:30",
        "2/3/02, X, 2002-03-02T10:20:30"
    })
    void s2134_theYearComesFromTheRecordingFieldElseFromTheClippingDate(
            String date, String recordingField, LocalDateTime start) throws IOException {
        TestFile file = TestFile.plain(1).record(1, 2, 3, 4);
        file.date = date;
        file.recording = recordingField;

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.startTime()).contains(start);
        }
    }

    @Test
    void aDateThatIsNoneIsReportedAndLeftOut() throws IOException {
        TestFile file = TestFile.plain(1).record(1, 2, 3, 4);
        file.recording = "";
        file.date = "31.02.10";

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.startTime()).isEmpty();
            assertThat(recording.notices()).extracting(EdfNotice::kind).contains(EdfNotice.Kind.DATE_UNREADABLE);
        }
    }

    static Stream<Arguments> namesInRealFiles() {
        return Stream.of(
                Arguments.of("王小明", "UTF-8"),
                Arguments.of("王小明", "GB18030"),
                Arguments.of("Müller-Lüdenscheidt", "ISO-8859-1"));
    }

    @ParameterizedTest
    @MethodSource("namesInRealFiles")
    void namesInOtherEncodingsAreReadAndReported(String name, String charset) throws IOException {
        TestFile file = TestFile.plain(1).record(1, 2, 3, 4);
        file.patient = TestFile.bytes("X X X " + name, charset);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.header().patient()).isEqualTo("X X X " + name);
            assertThat(recording.notices()).singleElement().satisfies(notice -> {
                assertThat(notice.kind()).isEqualTo(EdfNotice.Kind.TEXT_NOT_ASCII);
                assertThat(notice.facts()).containsEntry("charset", charset).containsEntry("field", "patient");
                assertThat(notice.sentence(Locale.CHINESE)).doesNotContain(name);
            });
        }
    }

    static Stream<Arguments> microvoltsInRealFiles() {
        return Stream.of(
                Arguments.of(new byte[] {(byte) 0xB5, 'V'}),
                Arguments.of(new byte[] {(byte) 0x83, (byte) 0xCA, 'V'}),
                Arguments.of(TestFile.bytes("µV", "UTF-8")),
                Arguments.of(TestFile.bytes("μV", "GB18030")));
    }

    @ParameterizedTest
    @MethodSource("microvoltsInRealFiles")
    void microvoltsAreUnderstoodHoweverTheirMuIsEncoded(byte[] unit) throws IOException {
        TestFile file = TestFile.plain(1).record(1, 2, 3, 4);
        file.signal(0).unit = unit;

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.channels().getFirst().findCalibration()).isPresent();
        }
    }

    @Test
    void aDecimalCommaIsForgiven() throws IOException {
        TestFile file = TestFile.plain(1).record(1, 2, 3, 4);
        file.signal(0).physicalMin = "-102,4";
        file.duration = "0,5";

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.channels().getFirst().physical().min()).isEqualTo(-102.4);
            assertThat(recording.channels().getFirst().rate().hertz()).isEqualTo(8);
            assertThat(recording.notices())
                    .extracting(EdfNotice::kind)
                    .containsOnly(EdfNotice.Kind.DECIMAL_COMMA)
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 5, -2048, 2047", "-100, 100, 7, 7", "-100, 100, 2047, -2048"})
    void equalOrReversedRangesGiveCountsWithoutAUnit(String pmin, String pmax, String dmin, String dmax)
            throws IOException {
        TestFile file = TestFile.plain(1).record(1, 2, 3, 4);
        file.signal(0).physicalMin = pmin;
        file.signal(0).physicalMax = pmax;
        file.signal(0).digitalMin = dmin;
        file.signal(0).digitalMax = dmax;

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.channels().getFirst().findCalibration()).isEmpty();
            assertThat(Counts.all(recording, 0)).containsExactly(1, 2, 3, 4);
            assertThat(recording.notices()).extracting(EdfNotice::kind).contains(EdfNotice.Kind.UNCALIBRATED);
        }
    }

    @Test
    void reversedPhysicalRangeIsInvertedPolarity() throws IOException {
        TestFile file = TestFile.plain(1).record(2047, 0, 0, 0);
        file.signal(0).physicalMin = "100";
        file.signal(0).physicalMax = "-100";

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            // The digital maximum stands for the physical maximum, here -100 uV; the tolerance is one rounding of a
            // double.
            assertThat(recording
                            .channels()
                            .getFirst()
                            .findCalibration()
                            .orElseThrow()
                            .microvolts(2047))
                    .isCloseTo(-100, org.assertj.core.api.Assertions.within(1e-10));
        }
    }

    @Test
    void anUnknownUnitIsKeptAndNeverGuessed() throws IOException {
        TestFile file = TestFile.plain(1).record(1, 2, 3, 4);
        file.signal(0).unit = ".V".getBytes(StandardCharsets.US_ASCII);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(recording.channels().getFirst().unit()).isEqualTo(".V");
            assertThat(recording.channels().getFirst().findCalibration()).isEmpty();
        }
    }

    @Test
    void repeatedLabelsStayTwoChannels() throws IOException {
        TestFile file = TestFile.plain(2).record(1, 2, 3, 4, 5, 6, 7, 8);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThat(Counts.all(recording, 0)).containsExactly(1, 2, 3, 4);
            assertThat(Counts.all(recording, 1)).containsExactly(5, 6, 7, 8);
            assertThat(recording.notices()).extracting(EdfNotice::kind).containsExactly(EdfNotice.Kind.LABEL_REPEATED);
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refusal("record count", EdfProblem.NOT_A_NUMBER, file -> file.records = "ten"),
                refusal("record count below -1", EdfProblem.OUT_OF_RANGE, file -> file.records = "-2"),
                refusal("fraction of a record", EdfProblem.OUT_OF_RANGE, file -> file.records = "1.5"),
                refusal("header bytes", EdfProblem.NOT_A_NUMBER, file -> file.headerBytes = "?"),
                refusal("signal count", EdfProblem.NOT_A_NUMBER, file -> file.signalCount = "一"),
                refusal("no signals", EdfProblem.OUT_OF_RANGE, file -> file.signalCount = "0"),
                refusal("more signals than held", EdfProblem.SIGNAL_COUNT_DISAGREES, file -> file.signalCount = "9"),
                refusal("more signals than the file", EdfProblem.HEADER_CUT, file -> {
                    file.signalCount = "9999";
                    file.headerBytes = "2560000";
                }),
                refusal("physical minimum", EdfProblem.NOT_A_NUMBER, file -> file.signal(0).physicalMin = "low"),
                refusal("not a number", EdfProblem.NOT_A_NUMBER, file -> file.signal(0).physicalMax = "NaN"),
                refusal("infinite", EdfProblem.NOT_A_NUMBER, file -> file.signal(0).physicalMax = "1E999"),
                refusal("digital maximum", EdfProblem.NOT_A_NUMBER, file -> file.signal(0).digitalMax = ""),
                refusal("digital minimum", EdfProblem.OUT_OF_RANGE, file -> file.signal(0).digitalMin = "0.25"),
                refusal("samples", EdfProblem.NOT_A_NUMBER, file -> file.signal(0).samples = "many"),
                refusal("negative samples", EdfProblem.OUT_OF_RANGE, file -> file.signal(0).samples = "-4"),
                refusal("no samples at all", EdfProblem.RECORD_EMPTY, file -> file.signal(0).samples = "0"),
                refusal("duration", EdfProblem.NOT_A_NUMBER, file -> file.duration = "1 s"),
                refusal("negative duration", EdfProblem.OUT_OF_RANGE, file -> file.duration = "-1"),
                refusal("duration 0", EdfProblem.RATE_UNKNOWN, file -> file.duration = "0"));
    }

    private static Arguments refusal(String what, EdfProblem problem, Consumer<TestFile> spoil) {
        return Arguments.of(what, problem, spoil);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void whatCannotBeTrustedIsRefusedInOneSentence(String what, EdfProblem problem, Consumer<TestFile> spoil)
            throws IOException {
        TestFile file = TestFile.plain(1).record(1, 2, 3, 4);
        spoil.accept(file);
        Path path = file.in(folder);

        assertThatThrownBy(() -> EdfRecording.recover(path)).isInstanceOfSatisfying(EdfFormatException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.sentence(Locale.ENGLISH)).endsWith(".").doesNotContain("{", "\n");
            assertThat(e.sentence(Locale.CHINESE)).endsWith("。").doesNotContain("{", "\n");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 9})
    void anyOtherNumberOfSignalsThanTheHeaderHoldsIsNamed(int announced) throws IOException {
        TestFile file = TestFile.plain(3);
        for (int record = 0; record < 200; record++) {
            file.record(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        }
        file.signalCount = String.valueOf(announced);
        file.headerBytes = String.valueOf(256 * (1 + announced));
        Path path = file.in(folder);

        assertThatThrownBy(() -> EdfRecording.open(path)).isInstanceOfSatisfying(EdfFormatException.class, e -> {
            assertThat(e.problem()).isEqualTo(EdfProblem.SIGNAL_COUNT_WRONG);
            assertThat(e.facts()).containsEntry("held", "3");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "0, NOT_EDF",
        "'Dear reader, this is a letter and no recording.', NOT_EDF",
        "'0       ', HEADER_CUT"
    })
    void otherFilesAreRefused(String content, EdfProblem problem) throws IOException {
        Path path = Files.writeString(folder.resolve("other.edf"), content);

        assertThatThrownBy(() -> EdfRecording.recover(path))
                .isInstanceOfSatisfying(
                        EdfFormatException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
