package org.neuroward.scalp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuroward.RecordedEeg;
import org.neuroward.ReferenceFile;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.Electrodes;

/** Splines through real recordings against those of MNE-Python, by {@code scalp_reference.py}. */
class SplineReferenceTest {

    static Stream<JsonNode> recordings() {
        return StreamSupport.stream(
                ReferenceFile.read("scalp.json").get("recordings").spliterator(), false);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("recordings")
    void interpolatedChannelsAreThoseOfMneWithAsManyTerms(JsonNode expected) throws IOException {
        RecordedEeg eeg = RecordedEeg.read(expected.get("file").asText());
        Set<String> bad = Set.copyOf(names(expected.get("bads")));

        assertInterpolated(eeg, bad, SplineSettings.INTERPOLATION, expected, "interpolatedWith7Terms");
        assertInterpolated(eeg, bad, SplineSettings.CURRENT_DENSITY, expected, "interpolatedWith50Terms");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("recordings")
    void currentDensitiesAreThoseOfMne(JsonNode expected) throws IOException {
        RecordedEeg eeg = RecordedEeg.read(expected.get("file").asText());
        List<Electrode> electrodes = eeg.names().stream()
                .map(name -> Electrodes.find(name).orElseThrow())
                .toList();

        double[][] density = CurrentSourceDensity.over(electrodes).apply(eeg.microvolts());

        assertThat(CurrentSourceDensity.HEAD_RADIUS_METRES)
                .isEqualTo(
                        ReferenceFile.read("scalp.json").get("headRadiusMetres").asDouble());
        for (int c = 0; c < density.length; c++) {
            assertSamples(
                    density[c],
                    expected.get("currentSourceDensity").get(eeg.names().get(c)),
                    expected);
        }
    }

    private static void assertInterpolated(
            RecordedEeg eeg, Set<String> bad, SplineSettings settings, JsonNode expected, String key) {
        double[][] microvolts = eeg.microvolts();
        ChannelInterpolation plan = ChannelInterpolation.plan(eeg.names(), bad, Set.of(), settings);
        assertThat(plan.interpolated()).hasSize(bad.size());

        plan.apply(microvolts, microvolts[0].length);

        for (String name : bad) {
            assertSamples(
                    microvolts[eeg.names().indexOf(name)], expected.get(key).get(name), expected);
        }
    }

    private static void assertSamples(double[] actual, JsonNode expected, JsonNode recording) {
        double[] values = ReferenceFile.doubles(expected);
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(values).hasSizeGreaterThan(10);
        for (int i = 0; i < values.length; i++) {
            assertThat(actual[recording.get("samples").get(i).asInt()]).isCloseTo(values[i], within(1e-9 * largest));
        }
    }

    private static List<String> names(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
