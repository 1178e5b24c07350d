package org.neuroward.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuroward.ReferenceFile;
import org.neuroward.signal.SamplingRate;

class FirFilterTest {

    static Stream<JsonNode> designsOfMne() {
        return StreamSupport.stream(
                ReferenceFile.read("filters.json").get("fir").spliterator(), false);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("designsOfMne")
    void tapsAreThoseOfMne(JsonNode reference) {
        double[] taps = design(reference).taps();

        assertThat(taps).hasSize(reference.get("length").asInt());
        double[] expected = ReferenceFile.doubles(reference.get("taps"));
        for (int i = 0; i < expected.length; i++) {
            assertThat(taps[taps.length / 2 + i]).isCloseTo(expected[i], within(1e-12));
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("designsOfMne")
    void filteredSamplesAreThoseOfMneEdgesIncluded(JsonNode reference) {
        double[] samples = ReferenceFile.walk(reference.get("samples").asInt());

        double[] filtered = design(reference).apply(samples);

        double[] expected = ReferenceFile.doubles(reference.get("filtered"));
        for (int i = 0; i < expected.length; i++) {
            // the signal reaches about 150; the order of summation differs
            assertThat(filtered[i * reference.get("stride").asInt()]).isCloseTo(expected[i], within(1e-9));
        }
    }

    @Test
    void bandPassHasTheLengthOfItsSharperEdge() {
        // 3.3 * 256 Hz / 0.5 Hz = 1689.6, made odd
        assertThat(FirFilter.bandPass(new SamplingRate(256), 0.5, 45).length()).isEqualTo(1691);
    }

    @Test
    void aSineInThePassBandKeepsAmplitudeAndPhase() {
        var rate = new SamplingRate(256);
        double[] sine = new double[256 * 20];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = 10 * Math.sin(2 * Math.PI * 10 * i / 256);
        }

        double[] filtered = FirFilter.bandPass(rate, 0.5, 45).apply(sine);

        for (int i = 256 * 5; i < 256 * 15; i++) {
            // pass-band ripple of a Hamming window is 0.0194 dB
            assertThat(filtered[i]).isCloseTo(sine[i], within(10 * 0.0023));
        }
    }

    @Test
    void edgesOutsideTheBandOfTheRateAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FirFilter.lowPass(new SamplingRate(100), 50));
        assertThatIllegalArgumentException().isThrownBy(() -> FirFilter.bandPass(new SamplingRate(100), 20, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> FirFilter.highPass(new SamplingRate(100), 0));
    }

    private static FirFilter design(JsonNode reference) {
        var rate = new SamplingRate(reference.get("rateHertz").asDouble());
        JsonNode low = reference.get("lowHertz");
        JsonNode high = reference.get("highHertz");
        if (low.isNull()) {
            return FirFilter.lowPass(rate, high.asDouble());
        }
        return high.isNull()
                ? FirFilter.highPass(rate, low.asDouble())
                : FirFilter.bandPass(rate, low.asDouble(), high.asDouble());
    }
}
