package org.neuroward.complexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.RecordedMicrovolts;
import org.neuroward.ReferenceFile;

/** Segments of real recordings against {@code complexity_reference.py} (NumPy). */
class ComplexityReferenceTest {

    /** 1e-9: order of summation only. */
    private static final double PERCENT = 1e-7;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void valuesAreThoseOfNumPy(int recording) throws IOException {
        JsonNode reference =
                ReferenceFile.read("complexity.json").get("recordings").get(recording);
        double[][] microvolts = RecordedMicrovolts.read(reference);
        int first = reference.get("firstSample").asInt();

        for (int channel = 0; channel < microvolts.length; channel++) {
            double[] segment = Arrays.copyOfRange(
                    microvolts[channel], first, first + reference.get("samples").asInt());

            assertEntropies(segment, reference.get("values").get(channel));
            assertShape(segment, reference.get("values").get(channel));
        }
    }

    private static void assertEntropies(double[] segment, JsonNode expected) {
        MultiscaleEntropy multiscale = MultiscaleEntropy.of(segment, 2, 0.15, 20);
        for (int scale = 1; scale <= 20; scale++) {
            assertPairs(
                    multiscale.scales().get(scale - 1),
                    expected.get("multiscalePairs").get(scale - 1));
        }
        assertPairs(SampleEntropy.of(segment, 3, 0.15), expected.get("threeSamplePairs"));
    }

    private static void assertPairs(SampleEntropy entropy, JsonNode expected) {
        assertThat(entropy.shorterMatches()).isEqualTo(expected.get(0).asLong());
        assertThat(entropy.longerMatches()).isEqualTo(expected.get(1).asLong());
    }

    private static void assertShape(double[] segment, JsonNode expected) {
        HjorthParameters hjorth = HjorthParameters.of(segment).orElseThrow();
        double[] expectedHjorth = ReferenceFile.doubles(expected.get("hjorth"));

        assertThat(LempelZiv.of(segment).orElseThrow().phrases())
                .isEqualTo(expected.get("lempelZiv").asInt());
        assertClose(
                HiguchiDimension.of(segment, 10).orElseThrow(),
                expected.get("higuchi").asDouble());
        assertClose(hjorth.activity(), expectedHjorth[0]);
        assertClose(hjorth.mobility().orElseThrow(), expectedHjorth[1]);
        assertClose(hjorth.complexity().orElseThrow(), expectedHjorth[2]);
        assertClose(
                PermutationEntropy.of(segment, 3, 1).orElseThrow(),
                expected.get("permutation").asDouble());
        assertClose(
                PermutationEntropy.of(segment, 5, 2).orElseThrow(),
                expected.get("permutationOrder5Delay2").asDouble());
    }

    private static void assertClose(double value, double expected) {
        assertThat(value).isCloseTo(expected, withinPercentage(PERCENT));
    }
}
