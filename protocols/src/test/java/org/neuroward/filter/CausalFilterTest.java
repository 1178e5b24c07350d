package org.neuroward.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuroward.ReferenceFile;
import org.neuroward.signal.SamplingRate;

class CausalFilterTest {

    private static final SamplingRate RATE = new SamplingRate(250);

    static Stream<JsonNode> designsOfScipy() {
        return StreamSupport.stream(
                ReferenceFile.read("filters.json").get("causal").spliterator(), false);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("designsOfScipy")
    void filteredSamplesAreThoseOfScipy(JsonNode reference) {
        double[] samples = ReferenceFile.walk(600);

        design(reference).newState().apply(samples);

        double[] expected = ReferenceFile.doubles(reference.get("filtered"));
        for (int i = 0; i < expected.length; i++) {
            assertThat(samples[i * reference.get("stride").asInt()]).isCloseTo(expected[i], within(1e-8));
        }
    }

    /** Clinical specification A4, group delays at 250 Hz; ±2 % or half of the last digit printed there. */
    @ParameterizedTest
    @CsvSource({
        "4, 8, 5.657, 80, 113, 159", "8, 12, 9.798, 80, 113, 159", "8, 13, 10.198, 64, 90, 127",
        "12, 15, 13.416, 106, 150, 212", "18, 30, 23.238, 26, 37, 53", "0.5, 4, 1.414, 91, 129, 182"
    })
    void bandPassDelaysItsCentreAsSpecified(
            double low, double high, double centre, double first, double second, double third) {
        double[] expected = {first, second, third};
        for (int order = 1; order <= 3; order++) {
            double delay = CausalFilter.bandPass(RATE, order, low, high).groupDelaySeconds(centre) * 1000;

            assertThat(delay).isCloseTo(expected[order - 1], within(Math.max(0.5, 0.02 * expected[order - 1])));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.1, 5.6, 1.4, 0.2", "0.3, 17, 4.2, 0.7", "0.5, 30, 7.1, 1.1", "1.0, 66, 15, 2.3"})
    void highPassDelaysTheSlowRhythmsAsSpecified(double cutoff, double at2, double at4, double at10) {
        CausalFilter filter = CausalFilter.highPass(RATE, 2, cutoff);

        assertDelay(filter, 2, at2);
        assertDelay(filter, 4, at4);
        assertDelay(filter, 10, at10);
    }

    @Test
    void notchDelaysNoRhythmAndIsNarrow() {
        CausalFilter notch = CausalFilter.notch(RATE, 50, 30);

        assertThat(notch.groupDelaySeconds(45) * 1000).isCloseTo(5.2, Percentage.withPercentage(3));
        assertThat(notch.groupDelaySeconds(20) * 1000).isLessThan(0.25);
        assertThat(notch.gain(50)).isCloseTo(0, within(1e-12));
        assertThat(notch.gain(50 + 1.67 / 2)).isCloseTo(Math.sqrt(0.5), within(0.01));
    }

    @Test
    void aStateThatStartsAtTheOffsetOfAnElectrodeHasNoTransient() {
        CausalFilter filter = CausalFilter.highPass(RATE, 2, 0.5)
                .then(CausalFilter.notch(RATE, 50, 30))
                .then(CausalFilter.lowPass(RATE, 2, 70));

        CausalFilter.State state = filter.newState(12_345);

        for (int i = 0; i < 1000; i++) {
            assertThat(state.next(12_345)).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void statesOfOneDesignDoNotShareMemory() {
        CausalFilter filter = CausalFilter.lowPass(RATE, 4, 30);
        CausalFilter.State disturbed = filter.newState();
        CausalFilter.State quiet = filter.newState();

        disturbed.next(1000);

        assertThat(quiet.next(0)).isZero();
    }

    @Test
    void impossibleDesignsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CausalFilter.lowPass(RATE, 2, 125));
        assertThatIllegalArgumentException().isThrownBy(() -> CausalFilter.bandPass(RATE, 2, 13, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> CausalFilter.highPass(RATE, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CausalFilter.passThrough(RATE).then(CausalFilter.passThrough(new SamplingRate(256))));
    }

    private static void assertDelay(CausalFilter filter, double hertz, double milliseconds) {
        double halfOfLastDigit = milliseconds < 10 ? 0.05 : 0.5;
        assertThat(filter.groupDelaySeconds(hertz) * 1000)
                .isCloseTo(milliseconds, within(Math.max(halfOfLastDigit, 0.02 * milliseconds)));
    }

    private static CausalFilter design(JsonNode reference) {
        var rate = new SamplingRate(reference.get("rateHertz").asDouble());
        double[] edges = ReferenceFile.doubles(reference.get("edgesHertz"));
        int order = reference.get("order").asInt();
        return switch (reference.get("kind").asText()) {
            case "highpass" -> CausalFilter.highPass(rate, order, edges[0]);
            case "lowpass" -> CausalFilter.lowPass(rate, order, edges[0]);
            case "bandpass" -> CausalFilter.bandPass(rate, order, edges[0], edges[1]);
            case "notch" -> CausalFilter.notch(rate, edges[0], 30);
            default -> throw new IllegalArgumentException(reference.toString());
        };
    }
}
