package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.Annotation;

/** Nothing that names a person, a date or a machine is left in the bytes; samples and times stay. */
class DeidentificationTest {

    /** In header and annotations of {@link #telling}; no piece of any of these may survive. */
    private static final List<String> SECRETS = List.of(
            "Zhang",
            "Wei",
            "02-MAY-1951",
            "1951",
            "PID-4711",
            "DrMabuse",
            "NK-EEG-1200",
            "17.03.26",
            "10.20.30",
            "MAR-2026",
            "Mueller",
            "Bett 7",
            "Tech: Anna",
            "called her son Tom",
            "张伟",
            "护士李娜",
            "SN12345");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void nothingThatTellsSurvives(String charset) throws IOException {
        Path input = telling(charset).in(folder);
        Path output = folder.resolve("out.edf");

        Deidentification done = Deidentification.write(input, output);

        byte[] before = Files.readAllBytes(input);
        byte[] bytes = Files.readAllBytes(output);
        for (String secret : SECRETS) {
            for (String encoding : List.of("UTF-8", "GB18030", "UTF-16LE")) {
                assertThat(holds(bytes, secret.getBytes(Charset.forName(encoding))))
                        .as(secret)
                        .isFalse();
            }
        }
        assertThat(SECRETS.stream().filter(secret -> holds(before, secret.getBytes(Charset.forName(charset)))))
                .as("the input does hold them")
                .hasSize(SECRETS.size());
        assertThat(done).isEqualTo(new Deidentification(1, 2, 3));
    }

    @Test
    void samplesTimesAndKnownTextsStay() throws IOException {
        Path output = folder.resolve("out.edf");

        Deidentification.write(telling("UTF-8").in(folder), output);

        try (EdfRecording recording = EdfRecording.open(output)) {
            assertThat(Counts.all(recording, 0)).containsExactly(1, 2, 3, 4, 9, 10, 11, 12);
            assertThat(Counts.all(recording, 1)).containsExactly(5, 6, 7, 8, 13, 14, 15, 16);
            assertThat(recording.channels().get(0).label()).isEqualTo("EEG Fp1-A2");
            assertThat(recording.channels().get(1).label()).isEqualTo("EEG 2");
            assertThat(recording.channels().get(0).prefilter()).isEqualTo("HP:0.1Hz LP:75Hz N:50Hz");
            assertThat(recording.channels().get(0).findCalibration()).isPresent();
            assertThat(recording.startTime()).isEmpty();
            assertThat(recording.startOffset().toMillis()).isEqualTo(250);
            assertThat(recording.annotations().stream().map(Annotation::text))
                    .containsExactly("Eyes closed", "X", "X", "X", "Sleep stage N2");
            assertThat(recording.annotations().stream()
                            .map(annotation -> annotation.onset().toMillis()))
                    .containsExactly(0L, 250L, 500L, 1000L, 1250L);
            assertThat(recording.annotations().getFirst().duration()).contains(java.time.Duration.ofSeconds(2));
        }
    }

    /** Two signals; what a careless hospital writes everywhere a text fits. */
    private static TestFile telling(String charset) {
        Charset encoding = Charset.forName(charset);
        TestFile file = TestFile.plain(2);
        file.patient = "PID-4711 F 02-MAY-1951 Zhang_Wei 张伟".getBytes(encoding);
        file.recording = "Startdate 17-MAR-2026 A1 DrMabuse NK-EEG-1200";
        file.date = "17.03.26";
        file.time = "10.20.30";
        file.reserved = "EDF+C Mueller";
        file.signal(0).label = "EEG Fp1-A2";
        file.signal(0).transducer = "AgAgCl SN12345";
        file.signal(0).prefilter = "HP:0.1Hz LP:75Hz N:50Hz";
        file.signal(1).label = "EEG Bett 7";
        file.signal(1).prefilter = "by Mueller";
        file.signal(1).transducer = "AgAgCl electrode";
        var annotations = new TestFile.Signal();
        annotations.label = "EDF Annotations";
        annotations.samples = "75";
        annotations.physicalMin = "SN12345";
        annotations.transducer = "Mueller";
        file.signals.add(annotations);
        record(
                file,
                "+0.25\24\24\0+0.25\0252\24Eyes closed\24\0+0.5\24Tech: Anna\24\0" + "+0.75\24called her son Tom\24\0",
                encoding,
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8);
        record(
                file,
                "+1.25\24\24\0+1.25\24护士李娜 张伟\24\0+1.5\24Sleep stage N2\24\0",
                encoding,
                9,
                10,
                11,
                12,
                13,
                14,
                15,
                16);
        file.tail = "Zhang Wei".getBytes(StandardCharsets.US_ASCII);
        return file;
    }

    private static void record(TestFile file, String tals, Charset encoding, int... samples) {
        file.record(samples);
        byte[] list = java.util.Arrays.copyOf(tals.getBytes(encoding), 150);
        byte[] both = java.util.Arrays.copyOf(file.data.removeLast(), samples.length * 2 + list.length);
        System.arraycopy(list, 0, both, samples.length * 2, list.length);
        file.data.add(both);
    }

    @Test
    void aTimeOfDayInTheTimesOfTheRecordsIsTakenOff() throws IOException {
        Path input = TestFile.plus("EDF+D")
                .record("+37230.5\24\24\0", 1, 2, 3, 4)
                .record("+37300.5\24\24\0+37301\24gap\24\0", 5, 6, 7, 8)
                .in(folder);
        Path output = folder.resolve("out.edf");

        Deidentification.write(input, output);

        assertThat(new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1))
                .doesNotContain("372", "373");
        try (EdfRecording recording = EdfRecording.open(output)) {
            assertThat(recording.gaps(0)).containsExactly(new org.neuroward.signal.Gap(4, 276));
            assertThat(recording.annotations().getFirst().onset().toMillis()).isEqualTo(70_500);
        }
    }

    @Test
    void nothingIsOverwrittenAndNothingHalfIsLeft() throws IOException {
        Path input = TestFile.plain(1).record(1, 2, 3, 4).in(folder);
        Path output = Files.writeString(folder.resolve("out.edf"), "mine");

        assertThatThrownBy(() -> Deidentification.write(input, output)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readString(output)).isEqualTo("mine");

        TestFile damaged = TestFile.plain(1).record(1, 2, 3, 4);
        damaged.records = "7";
        Path cut = damaged.in(folder);
        assertThatThrownBy(() -> Deidentification.write(cut, folder.resolve("other.edf")))
                .isInstanceOf(EdfFormatException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(input, output, cut);
        }
    }

    /** Real files of all kinds: same counts, and none of the words that their headers and annotations hold beside known ones. */
    @Test
    void realFilesKeepTheirSamplesAndLoseTheirTexts() throws Exception {
        ReferenceFiles reference = ReferenceFiles.available();
        int done = 0;
        for (JsonNode node : reference.files()) {
            Path input = reference.path(node);
            if (Files.size(input) < 4 << 20 && done < 24) {
                Path output = folder.resolve(done++ + ".edf");
                Deidentification.write(input, output);
                compare(input, output);
            }
        }
        assertThat(done).isGreaterThan(10);
    }

    private static void compare(Path input, Path output) throws Exception {
        byte[] bytes = Files.readAllBytes(output);
        try (EdfRecording before = EdfRecording.open(input);
                EdfRecording after = EdfRecording.open(output)) {
            for (int channel = 0; channel < before.channels().size(); channel++) {
                assertThat(Counts.sha256(Counts.all(after, channel)))
                        .isEqualTo(Counts.sha256(Counts.all(before, channel)));
            }
            var words = new ArrayList<String>();
            words.addAll(
                    List.of((before.header().patient() + " " + before.header().recording()).split(" ")));
            before.annotations().stream()
                    .map(Annotation::text)
                    .filter(text -> !NeutralText.neutralAnnotation(text))
                    .forEach(words::add);
            for (String word : words) {
                if (word.strip().length() > 5 && !word.equals("Startdate")) {
                    assertThat(holds(bytes, word.getBytes(StandardCharsets.UTF_8)))
                            .as(input + ": " + word)
                            .isFalse();
                }
            }
        }
    }

    private static boolean holds(byte[] bytes, byte[] wanted) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}
