package org.neuroward.eeglab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.SharedData;
import org.neuroward.edf.EdfRecording;
import org.neuroward.signal.Calibration;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;

/** Datasets written by SciPy, a real one written by EEGLAB, and what MNE reads from them. */
class EeglabReferenceTest {

    private static final Path FOLDER = Path.of("src/test/resources/recordings/eeglab");

    @ParameterizedTest
    @ValueSource(strings = {"inside", "beside", "fields"})
    void samplesLabelsAndRateAreThoseThatMneReads(String name) throws IOException {
        JsonNode expected = expected().get("recordings").get(name);

        try (EeglabFile file = EeglabFile.open(FOLDER.resolve(name + ".set"))) {
            Recording recording = file.recording();
            for (int channel = 0; channel < recording.channels().size(); channel++) {
                JsonNode reference = expected.get("microvolts").get(channel);
                double[] microvolts = new double[reference.size()];
                recording.microvolts(channel, 0, microvolts);
                assertThat(recording.samples(channel)).isEqualTo(microvolts.length);
                for (int i = 0; i < microvolts.length; i++) {
                    double value = reference.get(i).asDouble();
                    assertThat(microvolts[i]).isCloseTo(value, within(1e-12 * Math.abs(value)));
                }
                assertThat(recording.channels().get(channel).label())
                        .isEqualTo(expected.get("labels").get(channel).asText());
                assertThat(recording.channels().get(channel).rate().hertz())
                        .isEqualTo(expected.get("rate").asDouble());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inside", "beside", "fields"})
    void eventsAreAnnotationsWithTheirDurations(String name) throws IOException {
        try (EeglabFile file = EeglabFile.open(FOLDER.resolve(name + ".set"))) {
            assertThat(file.recording().annotations())
                    .extracting(a -> a.onset().toNanos() / 1000 + " "
                            + a.duration().map(Duration::toMillis).orElse(0L) + " " + a.text())
                    .containsExactly("40000 4 S  1", "77000 20 7");
        }
    }

    @Test
    void aStatedKindIsTakenAndAMissingOneToldFromTheName() throws IOException {
        try (EeglabFile file = EeglabFile.open(FOLDER.resolve("inside.set"))) {
            assertThat(file.recording().channels())
                    .extracting(channel -> channel.kind())
                    .containsExactly(ChannelKind.EEG, ChannelKind.EEG, ChannelKind.EOG);
        }
    }

    @Test
    void whatWasCutOutIsAGapOfItsLengthAndAnUnknownBreakOfOneSample() throws IOException {
        try (EeglabFile file = EeglabFile.open(FOLDER.resolve("joined.set"))) {
            Recording recording = file.recording();

            assertThat(recording.gaps(2)).containsExactly(new Gap(20, 12), new Gap(52, 1));
            assertThat(recording.samples(0)).isEqualTo(60 + 13);
            // Events stand at samples 10, 30 and 50 of what was kept.
            assertThat(recording.annotations())
                    .extracting(annotation -> annotation.onset().toMillis())
                    .containsExactly(10 * 4L, (30 + 12) * 4L, (50 + 13) * 4L);
            assertThat(file.notices())
                    .extracting(EeglabNotice::kind)
                    .contains(EeglabNotice.Kind.GAPS_FROM_BOUNDARIES, EeglabNotice.Kind.BREAKS_OF_UNKNOWN_LENGTH);
        }
    }

    @Test
    void aRealDatasetHoldsTheSamplesThatMneReadsBitForBit() throws IOException {
        Path path = SharedData.file("resting/eeglab_data.set");
        JsonNode expected = expected().get("eeglab_data");

        try (EeglabFile file = EeglabFile.open(path)) {
            Recording recording = file.recording();
            assertThat(recording.channels()).hasSize(expected.get("labels").size());
            for (int channel = 0; channel < recording.channels().size(); channel++) {
                assertThat(recording.samples(channel))
                        .isEqualTo(expected.get("samples").asLong());
                assertThat(float32Sha256(recording, channel))
                        .isEqualTo(expected.get("float32Sha256").get(channel).asText());
                assertThat(recording.channels().get(channel).label())
                        .isEqualTo(expected.get("labels").get(channel).asText());
            }
            assertThat(recording.annotations())
                    .hasSize(expected.get("annotations").size());
            for (int i = 0; i < recording.annotations().size(); i++) {
                JsonNode annotation = expected.get("annotations").get(i);
                assertThat(recording.annotations().get(i).text())
                        .isEqualTo(annotation.get(2).asText());
                // MNE rounds onsets to microseconds.
                assertThat(recording.annotations().get(i).onset().toNanos() / 1e9)
                        .isCloseTo(annotation.get(0).asDouble(), within(1e-6));
            }
        }
    }

    @Test
    void aRealDatasetAgreesWithItsConversionToEdfWithinHalfAStep() throws IOException {
        Path dataset = SharedData.file("resting/eeglab_data.set");
        Path converted = SharedData.file("resting/eeglab_data.edf");

        try (EeglabFile file = EeglabFile.open(dataset);
                EdfRecording edf = EdfRecording.open(converted)) {
            Recording recording = file.recording();
            for (int channel = 0; channel < recording.channels().size(); channel++) {
                Calibration calibration = edf.channels().get(channel).calibration();
                int[] counts = new int[(int) Math.min(recording.samples(channel), edf.samples(channel))];
                edf.counts(channel, 0, counts);
                double[] exact = new double[counts.length];
                recording.microvolts(channel, 0, exact);
                // Half a step, and the rounding of the header's eight characters.
                double tolerance = 0.501 * Math.abs(calibration.microvoltsPerCount());
                for (int i = 0; i < counts.length; i++) {
                    assertThat(Math.abs(calibration.microvolts(counts[i]) - exact[i]))
                            .isLessThanOrEqualTo(tolerance);
                }
            }
        }
    }

    private static String float32Sha256(Recording recording, int channel) throws IOException {
        double[] microvolts = new double[(int) recording.samples(channel)];
        recording.microvolts(channel, 0, microvolts);
        ByteBuffer bytes = ByteBuffer.allocate(4 * microvolts.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : microvolts) {
            bytes.putFloat((float) value);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode expected() throws IOException {
        return new ObjectMapper().readTree(FOLDER.resolve("mne.json").toFile());
    }
}
