package org.neuroward.brainvision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;
import org.neuroward.signal.Segment;

/** Files written by NumPy from the text of the specification, and what MNE reads from them. */
class BrainVisionReferenceTest {

    private static final Path FOLDER = Path.of("src/test/resources/recordings/brainvision");

    @ParameterizedTest
    @ValueSource(strings = {"int16", "int16-latin1", "int32-vectorized", "float32", "paused"})
    void samplesLabelsRateAndStartAreThoseThatMneReads(String name) throws IOException {
        JsonNode expected = expected(name);

        try (BrainVisionFile file = BrainVisionFile.open(FOLDER.resolve(name + ".vhdr"))) {
            Recording recording = file.recording();

            for (int channel = 0; channel < recording.channels().size(); channel++) {
                JsonNode reference = expected.get("microvolts").get(channel);
                double[] microvolts = recorded(recording, channel);
                assertThat(microvolts).hasSize(reference.size());
                for (int i = 0; i < microvolts.length; i++) {
                    double value = reference.get(i).asDouble();
                    assertThat(microvolts[i]).isCloseTo(value, within(1e-12 * Math.abs(value)));
                }
                assertThat(recording.channels().get(channel).rate().hertz())
                        .isEqualTo(expected.get("rate").asDouble());
                assertThat(recording.channels().get(channel).label())
                        .isEqualTo(expected.get("labels").get(channel).asText());
            }
            assertThat(recording.startTime().map(LocalDateTime::toString).orElse("null"))
                    .isEqualTo(expected.get("start").asText().replace("+00:00", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"int16", "float32"})
    void markersAreAnnotationsWhereMneHasThem(String name) throws IOException {
        List<String> expected = new ArrayList<>();
        for (JsonNode annotation : expected(name).get("annotations")) {
            String text = annotation.get(2).asText().replaceFirst("^Comment/", "");
            if (!text.startsWith("New Segment")) {
                expected.add(Math.round(annotation.get(0).asDouble() * 1000) + " " + text);
            }
        }

        try (BrainVisionFile file = BrainVisionFile.open(FOLDER.resolve(name + ".vhdr"))) {
            assertThat(file.recording().annotations())
                    .extracting(annotation -> annotation.onset().toMillis() + " " + annotation.text())
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void aMarkerThatCoversSamplesHasADurationAndAnInstantHasNone() throws IOException {
        try (BrainVisionFile file = BrainVisionFile.open(FOLDER.resolve("int16.vhdr"))) {
            assertThat(file.recording().annotations())
                    .extracting(Annotation::duration)
                    .containsExactly(
                            java.util.Optional.empty(),
                            java.util.Optional.of(Duration.ofMillis(100)),
                            java.util.Optional.empty());
        }
    }

    @Test
    void segmentsLieApartByTheirDatesOrByOneSampleWhereThereIsNone() throws IOException {
        try (BrainVisionFile file = BrainVisionFile.open(FOLDER.resolve("paused.vhdr"))) {
            Recording recording = file.recording();

            // 2.5 s at 250 Hz after the first 20 samples; 20 more samples; then a pause of unknown length.
            assertThat(recording.gaps(0)).containsExactly(new Gap(20, 625), new Gap(665, 1));
            assertThat(recording.samples(1)).isEqualTo(60 + 625 + 1);
            assertThat(recording.annotations())
                    .extracting(annotation -> annotation.onset().toMillis())
                    .containsExactly(40L, (30 + 625) * 4L, (50 + 626) * 4L);
            assertThat(file.notices())
                    .extracting(BrainVisionNotice::kind)
                    .containsExactly(
                            BrainVisionNotice.Kind.GAPS_FROM_DATES, BrainVisionNotice.Kind.BREAKS_OF_UNKNOWN_LENGTH);
            assertThat(file.notices().getFirst().facts()).containsEntry("seconds", "2.5");
        }
    }

    @Test
    void kindsAreToldFromNames() throws IOException {
        try (BrainVisionFile file = BrainVisionFile.open(FOLDER.resolve("float32.vhdr"))) {
            assertThat(file.recording().channels())
                    .extracting(channel -> channel.kind())
                    .containsExactly(ChannelKind.EEG, ChannelKind.EEG, ChannelKind.EOG);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"int16", "int16-latin1", "int32-vectorized", "float32"})
    void countsAndTheirCalibrationGiveTheSamplesWithinHalfAStep(String name) throws IOException {
        try (BrainVisionFile file = BrainVisionFile.open(FOLDER.resolve(name + ".vhdr"))) {
            Recording recording = file.recording();
            for (int channel = 0; channel < recording.channels().size(); channel++) {
                var calibration = recording.channels().get(channel).calibration();
                int[] counts = new int[(int) recording.samples(channel)];
                recording.counts(channel, 0, counts);
                double[] microvolts = recorded(recording, channel);
                for (int i = 0; i < counts.length; i++) {
                    assertThat(calibration.microvolts(counts[i]))
                            .isCloseTo(microvolts[i], within(0.501 * Math.abs(calibration.microvoltsPerCount())));
                }
            }
        }
    }

    private static double[] recorded(Recording recording, int channel) throws IOException {
        double[] all = new double
                [(int) recording.segments(channel).stream()
                        .mapToLong(Segment::count)
                        .sum()];
        int at = 0;
        for (Segment segment : recording.segments(channel)) {
            double[] part = new double[(int) segment.count()];
            recording.microvolts(channel, segment.firstSample(), part);
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static JsonNode expected(String name) throws IOException {
        return new ObjectMapper()
                .readTree(FOLDER.resolve("mne.json").toFile())
                .get("recordings")
                .get(name);
    }
}
