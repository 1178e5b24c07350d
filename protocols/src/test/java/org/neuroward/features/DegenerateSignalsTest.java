package org.neuroward.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every feature meets every degenerate signal with the outcome that its Javadoc agrees to, written down in
 * {@code degenerate-signals.csv}: a <em>value</em> (all of it finite), <em>none</em> (empty or NaN, in part or in whole), or
 * <em>refused</em> (an exception that states rule and facts). Nothing else may happen, and nothing may hang.
 */
class DegenerateSignalsTest {

    private static final String TABLE = "/features/degenerate-signals.csv";
    private static final Map<String, List<String>> AGREED = agreed();

    @Test
    void everyFeatureHasARowAndEveryRowAFeature() {
        assertThat(AGREED.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Features.ALL.stream().map(Feature::name).toList());
    }

    static Stream<Arguments> featuresAndSignals() {
        return Features.ALL.stream().flatMap(feature -> Arrays.stream(DegenerateSignal.values())
                .map(signal -> Arguments.of(feature, signal)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("featuresAndSignals")
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theOutcomeIsTheOneAgreedTo(Feature feature, DegenerateSignal signal) {
        List<String> row = AGREED.get(feature.name());
        String agreed = row == null || row.size() <= signal.ordinal() ? "nothing" : row.get(signal.ordinal());

        String outcome = outcome(feature, signal);

        assertThat(outcome).as(feature.name() + " of " + signal).isEqualTo(agreed);
    }

    private static String outcome(Feature feature, DegenerateSignal signal) {
        TestSignal given = signal.signal();
        String before = Outcome.of(given.microvolts()).sha256();
        try {
            Outcome outcome = Outcome.of(feature.computation().of(given));
            assertThat(Outcome.of(given.microvolts()).sha256()).isEqualTo(before);
            return outcome.isValue() ? "value" : "none";
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal.getStackTrace()[0].getClassName())
                    .as("a refusal is spoken by the library itself: " + refusal)
                    .startsWith("org.neuroward");
            assertThat(refusal).hasMessageMatching("(?s).*[a-zA-Z]+ ?[=:].*|.*at least.*");
            return "refused";
        }
    }

    private static Map<String, List<String>> agreed() {
        Map<String, List<String>> rows = new TreeMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                DegenerateSignalsTest.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            List<String> header = List.of(lines.readLine().split(","));
            assertThat(header.subList(1, header.size()))
                    .containsExactlyElementsOf(Arrays.stream(DegenerateSignal.values())
                            .map(signal -> signal.name().toLowerCase(java.util.Locale.ROOT))
                            .toList());
            lines.lines()
                    .map(line -> List.of(line.split(",")))
                    .forEach(cells -> rows.put(cells.getFirst(), cells.subList(1, cells.size())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return rows;
    }
}
