package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.SamplingRate;

/** EDF+ 2.1.3.1: whole samples, eight characters, at most 61440 bytes, and no padding where the lengths allow it. */
class RecordDurationTest {

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("1 s by default", rates(1, 256), List.of(), "1"),
                Arguments.of("64 channels of 1000 Hz exceed 61440 bytes at 1 s", rates(64, 1000), List.of(), "0.32"),
                Arguments.of("512 Hz in eighths", rates(1, 512), lengths(1, 64 * 9L), "0.5625"),
                Arguments.of(
                        "a minute and a half second at 256 Hz", rates(1, 256), lengths(1, 256 * 60 + 128L), "0.6875"),
                Arguments.of("uneven rates need whole seconds", List.of(hertz(999), hertz(500)), List.of(), "1"),
                Arguments.of("a rate of 50 samples in 0.39 s", List.of(hertz(50 / 0.39)), List.of(), "0.9984"),
                Arguments.of("one sample in 10 s", List.of(hertz(0.1)), List.of(), "10"),
                Arguments.of(
                        "one sample in 30 s beside 100 Hz", List.of(hertz(1 / 30.0), hertz(100)), List.of(), "30"));
    }

    @ParameterizedTest(name = "{0}: {3} s")
    @MethodSource("cases")
    void theLongestDurationUpToASecondIsTaken(
            String name, List<SamplingRate> rates, List<List<Long>> stretches, String seconds) throws Exception {
        RecordDuration duration = RecordDuration.choose(rates, true, stretches);

        assertThat(duration.seconds().toPlainString()).isEqualTo(seconds);
        for (int i = 0; i < rates.size(); i++) {
            assertThat(duration.samplesPerRecord().get(i) / duration.seconds().doubleValue())
                    .isEqualTo(rates.get(i).hertz());
        }
    }

    @Test
    void stretchesOfAllSignalsAreDivided() throws Exception {
        List<SamplingRate> rates = List.of(hertz(200), hertz(50));
        // 4.1 s and 6.56 s: what divides both without a rest is at most 0.82 s.
        List<List<Long>> stretches = List.of(List.of(820L, 1312L), List.of(205L, 328L));

        RecordDuration duration = RecordDuration.choose(rates, true, stretches);

        assertThat(duration.seconds().toPlainString()).isEqualTo("0.82");
    }

    @Test
    void aPrimeLengthIsPaddedAsLittleAsPossible() throws Exception {
        RecordDuration duration = RecordDuration.choose(rates(1, 256), true, lengths(1, 10_007));

        long padding =
                Math.floorMod(-10_007L, (long) duration.samplesPerRecord().getFirst());
        assertThat(duration.seconds().doubleValue()).isBetween(0.1, 1.0);
        // 10008 is 72 times 139, and 72 samples take 0.28125 s.
        assertThat(padding).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void theRatesOfAnyFileCanBeWrittenAgain(long seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            String text = String.format(Locale.ROOT, "%." + random.nextInt(6) + "f", 0.05 + random.nextDouble() * 4);
            double seconds = Math.max(0.04, Double.parseDouble(text));
            List<SamplingRate> rates = IntStream.of(1, 1 + random.nextInt(9), 10 + random.nextInt(500))
                    .mapToObj(samples -> hertz(samples / seconds))
                    .toList();

            RecordDuration duration = RecordDuration.choose(rates, true, List.of());

            for (int signal = 0; signal < rates.size(); signal++) {
                assertThat(duration.samplesPerRecord().get(signal)
                                / Double.parseDouble(duration.seconds().toPlainString()))
                        .isEqualTo(rates.get(signal).hertz());
            }
        }
    }

    @Test
    void ratesThatNeverMeetAreRefused() {
        List<SamplingRate> rates = List.of(hertz(Math.PI), hertz(Math.E));

        assertThatThrownBy(() -> RecordDuration.choose(rates, true, List.of()))
                .isInstanceOfSatisfying(EdfFormatException.class, e -> assertThat(e.problem())
                        .isEqualTo(EdfProblem.NO_RECORD_DURATION));
    }

    private static SamplingRate hertz(double hertz) {
        return new SamplingRate(hertz);
    }

    private static List<SamplingRate> rates(int signals, double hertz) {
        return Collections.nCopies(signals, hertz(hertz));
    }

    private static List<List<Long>> lengths(int signals, Long... lengths) {
        return Collections.nCopies(signals, Arrays.asList(lengths));
    }

    private static List<List<Long>> lengths(int signals, long length) {
        return Collections.nCopies(signals, List.of(length));
    }
}
