package org.neuroward.bids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.bids.BidsException.Problem;
import org.neuroward.edf.EdfLayout;
import org.neuroward.edf.EdfWriter;
import org.neuroward.edf.RecordDuration;
import org.neuroward.recordingfile.RecordingFile;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.Gap;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;

class BidsExportTest {

    private static final Path FIXTURES = Path.of("src/test/resources/recordings");
    private static final BidsFacts NOTHING_STATED =
            new BidsFacts(Optional.empty(), Optional.empty(), Optional.empty(), false);

    @TempDir
    Path folder;

    @Test
    void nothingThatNamesThePatientOrTheDayLeavesTheClinic() throws IOException {
        Path named = namedRecording();
        assertThat(Files.readString(named, StandardCharsets.ISO_8859_1)).contains("Zhang", "1951", "MCH-0234567", "24");

        BidsExport export = export(named, name("01", "rest"), NOTHING_STATED);

        assertThat(export.replacedTexts()).isEqualTo(1);
        for (Path file : files(dataset())) {
            assertThat(file.toString()).doesNotContain("Zhang");
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain("Zhang", "1951", "MCH", "SN-77", "29.02", "10.11.12", "FEB", "coughs");
        }
        try (RecordingFile file = RecordingFile.open(export.files().getFirst())) {
            assertThat(file.recording().startTime()).isEmpty();
            assertThat(file.recording().annotations())
                    .extracting(Annotation::text)
                    .containsExactly("Eyes closed", "text-1", "text-1");
            int[] counts = new int[512];
            file.recording().counts(0, 0, counts);
            assertThat(counts[0]).isEqualTo(-256);
            assertThat(counts[511]).isEqualTo(255);
        }
    }

    @Test
    void aChannelThatSomebodyNamedIsNumbered() throws IOException {
        BidsExport export = export(namedRecording("EEG Zhang"), name("01", "rest"), NOTHING_STATED);

        try (RecordingFile file = RecordingFile.open(export.files().getFirst())) {
            assertThat(file.recording().channels()).extracting(Channel::label).containsExactly("EEG 1");
        }
        assertThat(lines("sub-01/eeg/sub-01_task-rest_channels.tsv").getLast()).startsWith("EEG 1\tEEG\t");
        assertThat(Files.readString(dataset().resolve("sub-01/eeg/sub-01_task-rest_eeg.json")))
                .doesNotContain("Zhang");
    }

    @Test
    void whatTheRecordingSaysIsInTheSidecarsAndWhatItDoesNotIsNotAvailable() throws IOException {
        export(namedRecording(), name("01", "rest"), NOTHING_STATED);

        JsonNode json = json("sub-01/eeg/sub-01_task-rest_eeg.json");
        assertThat(json.get("TaskName").asText()).isEqualTo("rest");
        assertThat(json.get("EEGReference").asText()).isEqualTo("LE");
        assertThat(json.get("SamplingFrequency").asDouble()).isEqualTo(256);
        assertThat(json.get("PowerLineFrequency").asText()).isEqualTo("n/a");
        assertThat(json.get("SoftwareFilters").asText()).isEqualTo("n/a");
        assertThat(json.get("EEGChannelCount").asInt()).isEqualTo(1);
        assertThat(json.get("RecordingDuration").asDouble()).isEqualTo(2);
        assertThat(json.get("RecordingType").asText()).isEqualTo("continuous");
        assertThat(lines("sub-01/eeg/sub-01_task-rest_channels.tsv"))
                .containsExactly(
                        "name\ttype\tunits\tsampling_frequency\tlow_cutoff\thigh_cutoff\tnotch",
                        "EEG Fp1-LE\tEEG\tµV\t256\t0.5\t70\tn/a");
        assertThat(lines("sub-01/eeg/sub-01_task-rest_events.tsv"))
                .containsExactly(
                        "onset\tduration\ttrial_type", "0\t2\tEyes closed", "1\tn/a\ttext-1", "1.5\tn/a\ttext-1");
        assertThat(files(dataset())).noneMatch(file -> file.toString().contains("electrodes"));
    }

    @Test
    void whatAPersonStatesIsWritten() throws IOException {
        var facts = new BidsFacts(Optional.of("Rest at noon"), Optional.of("FCz"), Optional.of(60), true);

        BidsExport export = export(namedRecording(), name("01", "rest"), facts);

        JsonNode json = json("sub-01/eeg/sub-01_task-rest_eeg.json");
        assertThat(json.get("EEGReference").asText()).isEqualTo("FCz");
        assertThat(json.get("PowerLineFrequency").asInt()).isEqualTo(60);
        assertThat(json("dataset_description.json").get("Name").asText()).isEqualTo("Rest at noon");
        assertThat(export.replacedTexts()).isZero();
        assertThat(lines("sub-01/eeg/sub-01_task-rest_events.tsv"))
                .last()
                .asString()
                .endsWith("Zhang coughs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brainvision/int16.vhdr",
                "brainvision/int32-vectorized.vhdr",
                "brainvision/float32.vhdr",
                "brainvision/paused.vhdr",
                "eeglab/inside.set",
                "eeglab/beside.set",
                "eeglab/joined.set"
            })
    void aMatrixOfNumbersKeepsEveryNumberEveryGapAndEveryTime(String fixture) throws IOException {
        BidsExport export = export(FIXTURES.resolve(fixture), name("02", "x"), NOTHING_STATED);

        try (RecordingFile before = RecordingFile.open(FIXTURES.resolve(fixture));
                RecordingFile after = RecordingFile.open(export.files().getFirst())) {
            Recording one = before.recording();
            Recording other = after.recording();
            assertThat(other.channels())
                    .extracting(Channel::label)
                    .isEqualTo(labels(one).stream()
                            .map(label ->
                                    label.equals("a,b") ? "Channel 3" : label) // no word that is known to name nobody
                            .toList());
            assertThat(other.channels().getFirst().rate())
                    .isEqualTo(one.channels().getFirst().rate());
            assertThat(other.startTime()).isEmpty();
            for (int channel = 0; channel < one.channels().size(); channel++) {
                // 12 samples are 48 ms, which dates cannot tell from a difference of clocks: a break, but no length.
                List<Gap> gaps =
                        fixture.contains("joined") ? List.of(new Gap(20, 1), new Gap(41, 1)) : one.gaps(channel);
                assertThat(other.gaps(channel)).isEqualTo(gaps);
                assertThat(numbers(other, channel)).isEqualTo(numbers(one, channel));
            }
            assertThat(other.annotations()).hasSameSizeAs(one.annotations());
            for (int i = 0; i < one.annotations().size() && !fixture.contains("joined"); i++) {
                // A marker stands at a sample, an event of EEGLAB may stand between two; samples lie 4 ms apart.
                assertThat(other.annotations().get(i).onset())
                        .isCloseTo(one.annotations().get(i).onset(), Duration.ofMillis(2));
            }
        }
    }

    @Test
    void aSecondRecordingJoinsADatasetAndWhatWasThereStays() throws IOException {
        Path recording = FIXTURES.resolve("brainvision/int16.vhdr");
        export(recording, name("01", "rest"), NOTHING_STATED);
        Files.writeString(dataset().resolve("participants.tsv"), "participant_id\tage\nsub-01\t43\n");
        Files.writeString(dataset().resolve("README"), "ours");

        export(recording, name("02", "rest"), NOTHING_STATED);
        export(recording, BidsName.of("02", Optional.of("b"), "rest", Optional.of(2)), NOTHING_STATED);

        assertThat(lines("participants.tsv")).containsExactly("participant_id\tage", "sub-01\t43", "sub-02\tn/a");
        assertThat(dataset().resolve("README")).hasContent("ours");
        assertThat(dataset().resolve("sub-02/ses-b/eeg/sub-02_ses-b_task-rest_run-2_eeg.vhdr"))
                .exists();
    }

    @Test
    void nothingIsEverOverwritten() throws IOException {
        Path recording = FIXTURES.resolve("brainvision/int16.vhdr");
        export(recording, name("01", "rest"), NOTHING_STATED);
        List<Path> before = files(dataset());

        assertRefused(recording, name("01", "rest"), Problem.FILE_EXISTS);
        // Another format would have other file names, and still be the same recording.
        assertRefused(namedRecording(), name("01", "rest"), Problem.FILE_EXISTS);

        assertThat(files(dataset())).isEqualTo(before);
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws IOException {
        Files.createDirectories(dataset());
        Path letter = Files.writeString(dataset().resolve("letter.txt"), "Dear Sir");

        assertRefused(FIXTURES.resolve("brainvision/int16.vhdr"), name("01", "rest"), Problem.NOT_A_DATASET);

        assertThat(files(dataset())).containsExactly(letter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../x", "张三", "a_b"})
    void aLabelHoldsLettersAndDigitsOnly(String label) {
        assertThatExceptionOfType(BidsException.class)
                .isThrownBy(() -> BidsName.of(label, Optional.empty(), "rest", Optional.empty()))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.LABEL));
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void everyRefusalHasASentenceInBothLanguages(Problem problem) {
        String key = "problem." + problem.code();
        String english = ResourceBundle.getBundle("org.neuroward.bids.messages", Locale.ROOT)
                .getString(key);
        String chinese = ResourceBundle.getBundle("org.neuroward.bids.messages", Locale.SIMPLIFIED_CHINESE)
                .getString(key);
        assertThat(chinese).isNotEqualTo(english).endsWith("。");
        assertThat(english).endsWith(".");
    }

    /** {@code npm install bids-validator}, and -Dneuroward.bids-validator=…/node_modules/.bin/bids-validator. */
    @Test
    void theValidatorOfBidsFindsNoError() throws Exception {
        String validator = System.getProperty("neuroward.bids-validator", "");
        Assumptions.assumeTrue(
                !validator.isEmpty(), "skipped: -Dneuroward.bids-validator=PATH names the program bids-validator");
        export(FIXTURES.resolve("brainvision/paused.vhdr"), name("01", "rest"), NOTHING_STATED);
        export(FIXTURES.resolve("eeglab/inside.set"), name("02", "rest"), NOTHING_STATED);
        export(namedRecording(), name("03", "rest"), NOTHING_STATED);

        Process process = new ProcessBuilder(validator, dataset().toString(), "--json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        JsonNode answer = new ObjectMapper().readTree(process.getInputStream());

        assertThat(answer.get("issues").get("errors")).isEmpty();
        assertThat(answer.get("summary").get("subjects")).hasSize(3);
    }

    private void assertRefused(Path recording, BidsName name, Problem problem) {
        assertThatExceptionOfType(BidsException.class)
                .isThrownBy(() -> export(recording, name, NOTHING_STATED))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private BidsExport export(Path recording, BidsName name, BidsFacts facts) throws IOException {
        try (RecordingFile file = RecordingFile.open(recording)) {
            return BidsExport.write(file, dataset(), name, facts);
        }
    }

    /** Two seconds of a ramp, in a file that names its patient wherever a file can. */
    private Path namedRecording() throws IOException {
        return namedRecording("EEG Fp1-LE");
    }

    private Path namedRecording(String label) throws IOException {
        var channel = new Channel(
                label,
                ChannelKind.EEG,
                "uV",
                new SamplingRate(256),
                new DigitalRange(-32768, 32767),
                new PhysicalRange(-3276.8, 3276.7),
                "Zhang's cap SN-77",
                "HP:0.5Hz LP:70Hz Zhang");
        Path path = folder.resolve("named.edf");
        RecordDuration duration = RecordDuration.choose(List.of(channel.rate()), false, List.of(List.of(512L)));
        var layout = new EdfLayout(
                false, Optional.of(LocalDateTime.of(2024, 2, 29, 10, 11, 12)), "X", List.of(channel), duration);
        try (EdfWriter writer = EdfWriter.create(path, layout)) {
            writer.annotate(new Annotation(Duration.ZERO, Optional.of(Duration.ofSeconds(2)), "Eyes closed"));
            writer.annotate(new Annotation(Duration.ofSeconds(1), Optional.empty(), "Zhang coughs"));
            writer.annotate(new Annotation(Duration.ofMillis(1500), Optional.empty(), "Zhang coughs"));
            int[] ramp = new int[512];
            for (int i = 0; i < ramp.length; i++) {
                ramp[i] = i - 256;
            }
            writer.append(0, ramp, 0, ramp.length);
            writer.finish();
        }
        byte[] bytes = Files.readAllBytes(path);
        System.arraycopy("MCH-0234567 F 02-MAY-1951 Zhang_San".getBytes(StandardCharsets.US_ASCII), 0, bytes, 8, 35);
        Files.write(path, bytes);
        return path;
    }

    private static double[][] numbers(Recording recording, int channel) throws IOException {
        var stretches = new ArrayList<double[]>();
        for (var segment : recording.segments(channel)) {
            double[] stretch = new double[(int) segment.count()];
            recording.microvolts(channel, segment.firstSample(), stretch);
            stretches.add(stretch);
        }
        return stretches.toArray(double[][]::new);
    }

    private static List<String> labels(Recording recording) {
        return recording.channels().stream().map(Channel::label).toList();
    }

    private static BidsName name(String subject, String task) throws BidsException {
        return BidsName.of(subject, Optional.empty(), task, Optional.empty());
    }

    private Path dataset() {
        return folder.resolve("dataset");
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(dataset().resolve(name).toFile());
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(dataset().resolve(name));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
