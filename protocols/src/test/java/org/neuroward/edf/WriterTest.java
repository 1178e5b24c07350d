package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;

/** What the writer leaves on the disk: strict headers, honest counts, files that survive their writer. */
class WriterTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 23, 9, 5, 7, 125_000_000);

    @TempDir
    Path folder;

    @Test
    void headersArePrintableAsciiAndNameNobody() throws IOException {
        Channel channel = channel("EEG Cz", "µV", -3276.8, 3276.7, 100);
        Path path = folder.resolve("strict.bdf");

        try (EdfWriter writer = EdfWriter.create(path, layout(true, channel))) {
            writer.append(0, new int[100], 0, 100);
            writer.finish();
        }

        byte[] bytes = Files.readAllBytes(path);
        String header = new String(bytes, 1, 767, StandardCharsets.ISO_8859_1);
        assertThat(header).matches("[ -~]*");
        assertThat(header.substring(7, 87).strip()).isEqualTo("X X X X");
        assertThat(header.substring(87, 167).strip()).isEqualTo("Startdate 23-NOV-2026 X X X");
        assertThat(header.substring(167, 183)).isEqualTo("23.11.2609.05.07");
        assertThat(header.substring(191, 235).strip()).isEqualTo("BDF+C");
        try (EdfRecording recording = EdfRecording.open(path)) {
            assertThat(recording.startTime()).contains(START);
            assertThat(recording.notices()).isEmpty();
            assertThat(recording.channels().getFirst().physical()).isEqualTo(channel.physical());
        }
    }

    @Test
    void aRangeThatEightCharactersCannotHoldIsRefusedAndLeavesNoFile() {
        Path path = folder.resolve("refused.bdf");

        assertThatThrownBy(() -> EdfWriter.create(path, layout(true, channel("EEG Cz", "uV", -187499.98, 187500, 100))))
                .isInstanceOfSatisfying(
                        EdfFormatException.class, e -> assertThat(e.problem()).isEqualTo(EdfProblem.NOT_PRINTABLE));
        assertThat(path).doesNotExist();
    }

    @Test
    void a24BitRangeIsRefusedFor16Bits() {
        Channel channel = new Channel(
                "EEG Cz",
                ChannelKind.EEG,
                "uV",
                new SamplingRate(100),
                new DigitalRange(-8_388_608, 8_388_607),
                new PhysicalRange(-1, 1),
                "",
                "");

        assertThatThrownBy(() -> EdfWriter.create(folder.resolve("wide.edf"), layout(false, channel)))
                .isInstanceOfSatisfying(
                        EdfFormatException.class, e -> assertThat(e.problem()).isEqualTo(EdfProblem.RANGE_TOO_WIDE));
    }

    @Test
    void anExistingFileIsNeverOverwritten() throws IOException {
        Path path = Files.writeString(folder.resolve("there.bdf"), "precious");

        assertThatThrownBy(() -> EdfWriter.create(path, layout(true, channel("EEG Cz", "uV", -1, 1, 100))))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(path).hasContent("precious");
    }

    @Test
    void aCountThatDoesNotFitIsRefused() throws IOException {
        try (EdfWriter writer =
                EdfWriter.create(folder.resolve("count.edf"), layout(false, channel("EEG Cz", "uV", -1, 1, 100)))) {
            assertThatThrownBy(() -> writer.append(0, new int[] {32_768}, 0, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFileWhoseWriterDiedHoldsAllCompleteRecords() throws IOException {
        Path path = folder.resolve("died.bdf");

        try (EdfWriter writer = EdfWriter.create(path, layout(true, channel("EEG Cz", "uV", -1, 1, 100)))) {
            writer.annotate(new Annotation(Duration.ZERO, Optional.empty(), "Eyes closed"));
            writer.append(0, counting(0, 250), 0, 250);
            writer.sync();
        }

        try (EdfRecording recording = EdfRecording.open(path)) {
            assertThat(recording.header().announcedRecords()).isEqualTo(-1);
            assertThat(Counts.all(recording, 0)).containsExactly(counting(0, 200));
            assertThat(recording.annotations()).extracting(Annotation::text).containsExactly("Eyes closed");
            assertThat(recording.notices())
                    .extracting(EdfNotice::kind)
                    .containsExactly(EdfNotice.Kind.RECORD_COUNT_OPEN);
        }
    }

    @Test
    void piecesOfAnyLengthAndOrderGiveTheSameFile() throws IOException {
        Channel fast = channel("EEG Cz", "uV", -1, 1, 256);
        Channel slow = channel("SaO2", "%", 0, 100, 1);
        Path path = folder.resolve("pieces.bdf");

        try (EdfWriter writer = EdfWriter.create(path, layout(true, fast, slow))) {
            writer.append(1, counting(0, 10), 0, 10);
            for (int i = 0; i < 2560; i += 40) {
                writer.append(0, counting(i, 40), 0, 40);
            }
            writer.finish();
        }

        try (EdfRecording recording = EdfRecording.open(path)) {
            assertThat(Counts.all(recording, 0)).containsExactly(counting(0, 2560));
            assertThat(Counts.all(recording, 1)).containsExactly(counting(0, 10));
        }
    }

    @Test
    void moreAnnotationsThanTheRecordsHaveRoomForAreAllKept() throws IOException {
        var annotations = new ArrayList<Annotation>();
        for (int i = 0; i < 300; i++) {
            annotations.add(new Annotation(
                    Duration.ofMillis(5L * i), Optional.of(Duration.ofMillis(i)), "标记 " + "x".repeat(i % 50) + i));
        }
        Path path = folder.resolve("talkative.bdf");

        try (EdfWriter writer = EdfWriter.create(path, layout(true, channel("EEG Cz", "uV", -1, 1, 100)))) {
            annotations.forEach(writer::annotate);
            writer.append(0, counting(0, 300), 0, 300);
            writer.finish();
        }

        try (EdfRecording recording = EdfRecording.open(path)) {
            assertThat(recording.annotations()).containsExactlyInAnyOrderElementsOf(annotations);
            assertThat(Counts.all(recording, 0)).containsExactly(counting(0, 300));
            assertThat(recording.notices()).isEmpty();
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void annotationsWithoutSamplesHaveARecordOfTheirOwn() throws IOException {
        Path path = folder.resolve("silent.bdf");

        try (EdfWriter writer = EdfWriter.create(path, layout(true, channel("EEG Cz", "uV", -1, 1, 100)))) {
            writer.annotate(new Annotation(Duration.ofSeconds(1), Optional.empty(), "nothing came"));
            writer.finish();
        }

        try (EdfRecording recording = EdfRecording.open(path)) {
            assertThat(recording.annotations()).hasSize(1);
            assertThat(recording.segments(0)).isEmpty();
        }
    }

    @Test
    void controlCharactersOfATextCannotForgeAnnotations() throws IOException {
        Path path = folder.resolve("forged.bdf");

        try (EdfWriter writer = EdfWriter.create(path, layout(true, channel("EEG Cz", "uV", -1, 1, 100)))) {
            writer.annotate(new Annotation(Duration.ZERO, Optional.empty(), "a\24\0+5\24forged\24"));
            writer.append(0, counting(0, 100), 0, 100);
            writer.finish();
        }

        try (EdfRecording recording = EdfRecording.open(path)) {
            assertThat(recording.annotations()).extracting(Annotation::text).containsExactly("a  +5 forged ");
        }
    }

    static int[] counting(int from, int length) {
        int[] counts = new int[length];
        for (int i = 0; i < length; i++) {
            counts[i] = from + i;
        }
        return counts;
    }

    private static Channel channel(String label, String unit, double min, double max, double hertz) {
        return new Channel(
                label,
                ChannelKind.EEG,
                unit,
                new SamplingRate(hertz),
                new DigitalRange(-32768, 32767),
                new PhysicalRange(min, max),
                "",
                "");
    }

    private static EdfLayout layout(boolean bits24, Channel... channels) throws EdfFormatException {
        List<SamplingRate> rates = List.of(channels).stream().map(Channel::rate).toList();
        return new EdfLayout(
                bits24, Optional.of(START), "X", List.of(channels), RecordDuration.choose(rates, bits24, List.of()));
    }
}
