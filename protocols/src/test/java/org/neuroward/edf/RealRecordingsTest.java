package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Gap;

/** Every recording at hand, sample by sample against NumPy (src/test/tools/edf_reference.py). */
class RealRecordingsTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everySampleIsTheOneThatAnIndependentProgramReads() throws IOException {
        ReferenceFiles reference = ReferenceFiles.available();
        return reference.files().stream()
                .map(file -> DynamicTest.dynamicTest(file.get("file").asText(), () -> {
                    try (EdfRecording recording = EdfRecording.open(reference.path(file))) {
                        assertSamples(recording, file);
                        assertAnnotations(recording, file);
                        assertRecordOnsets(recording, file);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> writtenAsBdfPlusAndReadAgainNothingHasChanged() throws IOException {
        return roundTrips(true);
    }

    @TestFactory
    Stream<DynamicTest> writtenAsEdfPlusAndReadAgainNothingHasChanged() throws IOException {
        return roundTrips(false);
    }

    @Test
    void aFileThatWentThroughATextConversionIsRefused() throws IOException {
        Path file = ReferenceFiles.available().folder().resolve("resting/S001R01.edf");

        assertThatThrownBy(() -> EdfRecording.open(file))
                .isInstanceOfSatisfying(
                        EdfFormatException.class, e -> assertThat(e.problem()).isEqualTo(EdfProblem.TEXT_CONVERTED));
    }

    private Stream<DynamicTest> roundTrips(boolean bits24) throws IOException {
        ReferenceFiles reference = ReferenceFiles.available();
        return reference.files().stream()
                .filter(file -> bits24 || !file.get("file").asText().endsWith(".bdf"))
                .map(file -> DynamicTest.dynamicTest(file.get("file").asText(), () -> {
                    Path copy = folder.resolve(
                            "copy-" + bits24 + file.get("file").asText().replace('/', '-'));
                    try (EdfRecording original = EdfRecording.open(reference.path(file))) {
                        EdfCopy.write(original, bits24, "X", copy);
                        try (EdfRecording written = EdfRecording.open(copy)) {
                            assertSame(written, original);
                            assertSamples(written, file);
                        }
                    }
                }));
    }

    private static void assertSame(EdfRecording written, EdfRecording original) {
        assertThat(written.channels()).isEqualTo(original.channels());
        assertThat(written.annotations()).isEqualTo(original.annotations());
        assertThat(written.startTime()).isEqualTo(original.startTime());
        assertThat(written.notices())
                .extracting(EdfNotice::kind)
                .isSubsetOf(EdfNotice.Kind.LABEL_REPEATED, EdfNotice.Kind.PADDING_LEFT_OUT);
        for (int channel = 0; channel < written.channels().size(); channel++) {
            assertThat(written.segments(channel)).isEqualTo(original.segments(channel));
            assertThat(written.samples(channel)).isEqualTo(original.samples(channel));
        }
        assertThat(written.header().patient()).isEqualTo("X X X X");
    }

    private static void assertSamples(EdfRecording recording, JsonNode file) throws Exception {
        JsonNode signals = file.get("signals");
        assertThat(recording.channels()).hasSize(signals.size());
        for (int i = 0; i < signals.size(); i++) {
            JsonNode signal = signals.get(i);
            Channel channel = recording.channels().get(i);
            int[] counts = Counts.all(recording, i);
            assertThat(channel.label()).isEqualTo(signal.get("label").asText());
            assertThat(channel.unit()).isEqualTo(signal.get("unit").asText());
            assertThat(channel.rate().hertz()).isEqualTo(signal.get("rateHertz").asDouble());
            assertThat(counts).hasSize(signal.get("samples").asInt());
            assertThat(Arrays.copyOf(counts, 5)).containsExactly(ints(signal.get("first")));
            assertThat(Counts.sha256(counts))
                    .isEqualTo(signal.get("digitalSha256").asText());
        }
    }

    private static void assertAnnotations(EdfRecording recording, JsonNode file) {
        List<Annotation> annotations = recording.annotations();
        JsonNode expected = file.get("annotations");
        assertThat(annotations).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            // The reference keeps microseconds.
            assertThat(annotations.get(i).onset().toNanos() / 1e9)
                    .isCloseTo(expected.get(i).get(0).asDouble(), within(1e-6));
            assertThat(annotations.get(i).duration().isPresent())
                    .isEqualTo(!expected.get(i).get(1).isNull());
            assertThat(annotations.get(i).text())
                    .isEqualTo(expected.get(i).get(2).asText());
        }
    }

    private static void assertRecordOnsets(EdfRecording recording, JsonNode file) {
        var expected = new ArrayList<Gap>();
        double next = 0;
        for (JsonNode onset : file.get("recordOnsets")) {
            double hertz = recording.channels().getFirst().rate().hertz();
            if (onset.asDouble() > next) {
                expected.add(new Gap(Math.round(next * hertz), Math.round((onset.asDouble() - next) * hertz)));
            }
            next = onset.asDouble() + recording.header().recordSeconds();
        }
        assertThat(recording.gaps(0)).isEqualTo(expected);
    }

    private static int[] ints(JsonNode array) {
        int[] values = new int[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asInt();
        }
        return values;
    }
}
