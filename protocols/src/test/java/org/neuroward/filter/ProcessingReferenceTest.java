package org.neuroward.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuroward.RecordedStretch;
import org.neuroward.ReferenceFile;
import org.neuroward.signal.SamplingRate;

/** Four real recordings, filtered and resampled by SciPy, MNE-Python and NumPy ({@code processing_reference.py}). */
class ProcessingReferenceTest {

    static Stream<JsonNode> recordings() {
        return StreamSupport.stream(
                ReferenceFile.read("processing.json").get("recordings").spliterator(), false);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("recordings")
    void zeroPhaseFirIsThatOfMne(JsonNode reference) throws IOException {
        RecordedStretch stretch = stretch(reference);

        double[] filtered = FirFilter.bandPass(stretch.rate(), 0.5, 45).apply(stretch.microvolts());

        assertEqual(filtered, reference.get("fir"), reference);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("recordings")
    void causalFilterIsThatOfScipy(JsonNode reference) throws IOException {
        RecordedStretch stretch = stretch(reference);

        double[][] filtered =
                CausalFilter.bandPass(stretch.rate(), 4, 0.5, 45).apply(new double[][] {stretch.microvolts()});

        assertEqual(filtered[0], reference.get("causal"), reference);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("recordings")
    void forwardAndBackwardIsThatOfScipy(JsonNode reference) throws IOException {
        RecordedStretch stretch = stretch(reference);
        SamplingRate rate = stretch.rate();

        double[] band = CausalFilter.bandPass(rate, 4, 0.5, 45).zeroPhase().apply(stretch.microvolts());
        double[] low = CausalFilter.lowPass(rate, 3, 30).zeroPhase().apply(stretch.microvolts());
        double[] notch = CausalFilter.notch(rate, 50, 30).zeroPhase().apply(stretch.microvolts());

        assertEqual(band, reference.get("zeroPhaseBand"), reference);
        assertEqual(low, reference.get("zeroPhaseLow"), reference);
        assertEqual(notch, reference.get("zeroPhaseNotch"), reference);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("recordings")
    void resamplingIsThatOfScipyWithTheSameTaps(JsonNode reference) throws IOException {
        RecordedStretch stretch = stretch(reference);

        for (JsonNode expected : reference.get("resampled")) {
            var to = new SamplingRate(expected.get("toHertz").asDouble());
            double[] resampled = Resampling.of(stretch.rate(), to).apply(stretch.microvolts());
            int skip = expected.get("skip").asInt();

            assertEqual(Arrays.copyOfRange(resampled, skip, resampled.length), expected.get("samples"), reference);
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("recordings")
    void interpolationOfMainsIsThatOfNumpy(JsonNode reference) throws IOException {
        RecordedStretch stretch = stretch(reference);

        double[] cleaned = new MainsInterpolation(stretch.rate(), 50).apply(stretch.microvolts());

        assertEqual(cleaned, reference.get("interpolated"), reference);
    }

    private static RecordedStretch stretch(JsonNode reference) throws IOException {
        return RecordedStretch.read(
                reference.get("recording").asText(),
                reference.get("label").asText(),
                reference.get("fromSeconds").asDouble(),
                reference.get("seconds").asDouble());
    }

    /** Signals stay below a few hundred µV; only the order of summation differs. */
    private static void assertEqual(double[] actual, JsonNode expected, JsonNode reference) {
        int stride = reference.get("stride").asInt();
        assertThat(expected).isNotEmpty();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual[i * stride])
                    .as("%s, sample %d", reference.get("recording"), i * stride)
                    .isCloseTo(expected.get(i).asDouble(), within(1e-7));
        }
    }
}
