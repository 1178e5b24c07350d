package org.neuroward.evoked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuroward.RecordedStretch;
import org.neuroward.ReferenceFile;
import org.neuroward.SharedData;
import org.neuroward.recordingfile.RecordingFile;
import org.neuroward.signal.SamplingRate;

/** Evoked waves and power of real recordings against those of {@code evoked_reference.py} (MNE-Python, NumPy). */
class EvokedReferenceTest {

    static Stream<String> recordings() {
        return StreamSupport.stream(
                        ReferenceFile.read("evoked.json").get("recordings").spliterator(), false)
                .map(recording -> recording.get("recording").asText());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void rejectionAndAveragesAreThoseOfMnePython(String name) throws IOException {
        JsonNode expected = of(name);
        double[][] channels = channels(expected);
        TrialSpan span = TrialSpan.usual(rate(expected));
        int[] events = ints(expected.get("events"));

        int[] accepted = TrialSelection.of(span)
                .upToPeakToPeak(expected.get("peakToPeakMicrovolts").asDouble())
                .accepted(channels, events);

        assertThat(accepted).isEqualTo(ints(expected.get("accepted"))).hasSizeLessThan(events.length);
        for (int c = 0; c < channels.length; c++) {
            double[] average = Trials.cut(channels[c], accepted, span)
                    .minusBaseline()
                    .average()
                    .orElseThrow()
                    .microvolts();
            double[] picked = ReferenceFile.doubles(expected.get("averages").get(c));
            double largest = Arrays.stream(picked).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < picked.length; i++) {
                assertThat(average[i * expected.get("every").asInt()]).isCloseTo(picked[i], within(1e-9 * largest));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void meanAmplitudeAndItsErrorAreThoseOfNumPy(String name) throws IOException {
        JsonNode expected = of(name);
        Trials trials = Trials.cut(
                        channels(expected)[0], ints(expected.get("accepted")), TrialSpan.usual(rate(expected)))
                .minusBaseline();
        double error = expected.get("standardisedError").asDouble();

        assertThat(trials.average().orElseThrow().meanMicrovolts(0.3, 0.5))
                .hasValueCloseTo(expected.get("meanAmplitude").asDouble(), within(1e-9));
        assertThat(StandardisedError.ofMeanAmplitude(trials, 0.3, 0.5)).hasValueCloseTo(error, within(1e-9));
        // a bootstrap of the same measure differs by √((n-1)/n) and by chance, 1/√(2 x 2000)
        assertThat(StandardisedError.bootstrap(
                        java.util.List.of(trials), waves -> waves.getFirst().meanMicrovolts(0.3, 0.5), 2000, 42))
                .hasValueCloseTo(error, within(0.08 * error));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void powerOverTimeAndFrequencyIsThatOfMnePython(String name) throws IOException {
        JsonNode expected = of(name);
        TrialSpan span = new TrialSpan(rate(expected), -1, 1.5);
        double[] hertz = ReferenceFile.doubles(expected.get("hertz"));
        int[] samples = ints(expected.get("samples"));

        EventPower power = TimeFrequency.morlet(span, hertz)
                .power(Trials.cut(channels(expected)[0], ints(expected.get("accepted")), span));

        double[][] decibels = power.decibels(EventPower.BASELINE_FROM_SECONDS, EventPower.BASELINE_TO_SECONDS);
        for (int f = 0; f < hertz.length; f++) {
            double[] powers = ReferenceFile.doubles(expected.get("power").get(f));
            for (int i = 0; i < samples.length; i++) {
                assertThat(power.microvoltsSquared(f, samples[i])).isCloseTo(powers[i], within(1e-9 * powers[i]));
                assertThat(decibels[f][samples[i]])
                        .isCloseTo(expected.get("decibels").get(f).get(i).asDouble(), within(1e-8));
            }
        }
    }

    @Test
    void theEventsOfTheAttentionTaskAreThoseThatMnePythonReads() throws IOException {
        JsonNode expected = of("resting/eeglab_data.edf");
        try (RecordingFile file = RecordingFile.open(SharedData.file("resting/eeglab_data.set"))) {
            assertThat(StimulusEvents.of(file.recording().annotations(), "square", rate(expected)))
                    .isEqualTo(ints(expected.get("events")))
                    .hasSize(80);
        }
    }

    private static double[][] channels(JsonNode expected) throws IOException {
        double[][] channels = new double[expected.get("labels").size()][];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = RecordedStretch.read(
                            expected.get("recording").asText(),
                            expected.get("labels").get(c).asText(),
                            0,
                            160)
                    .microvolts();
        }
        return channels;
    }

    private static SamplingRate rate(JsonNode expected) {
        return new SamplingRate(expected.get("rateHertz").asDouble());
    }

    private static int[] ints(JsonNode array) {
        return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
    }

    private static JsonNode of(String name) {
        return StreamSupport.stream(
                        ReferenceFile.read("evoked.json").get("recordings").spliterator(), false)
                .filter(recording -> recording.get("recording").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
