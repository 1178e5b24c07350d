package org.neuroward.complexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.signal.SeededRandom;

class LempelZivTest {

    @ParameterizedTest
    @CsvSource({
        // 1·0·01·1110·1100·0010
        "1001111011000010, 6",
        // 0·001·10·100·1000·101, the example of Lempel and Ziv
        "0001101001000101, 6",
        "0, 1",
        "00, 2",
        "0000000000, 2",
        "01, 2",
        "0101010101, 3",
        "1110, 2"
    })
    void phrasesAreThoseOfTheLiterature(String text, int phrases) {
        assertThat(LempelZiv.of(bits(text)).phrases()).isEqualTo(phrases);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void phrasesAreThoseOfSearchingTheText(long seed) {
        SeededRandom random = new SeededRandom(seed);
        for (int length = 0; length < 150; length++) {
            StringBuilder text = new StringBuilder();
            for (int n = 0; n < length; n++) {
                boolean repeats = n > 3 && random.nextInt(4) < seed % 4;
                text.append(repeats ? text.charAt(n - 3) : (char) ('0' + random.nextInt(2)));
            }

            assertThat(LempelZiv.of(bits(text.toString())).phrases())
                    .as("seed " + seed + ", text " + text)
                    .isEqualTo(phrasesBySearching(text.toString()));
        }
    }

    @Test
    void aRandomSequenceHasNormalisedComplexityNearOne() {
        SeededRandom random = new SeededRandom(11);
        double[] noise = new double[100_000];
        Arrays.setAll(noise, n -> random.nextDouble());

        // approached from above: the next term of the expansion is of order 1 / log₂ n
        assertThat(LempelZiv.of(noise).orElseThrow().normalised().orElseThrow()).isBetween(1.0, 1.1);
    }

    @Test
    void samplesAboveTheMedianAreOnes() {
        // median 2.5: 0 1 1 0; median 2, which is not above itself: 0 0 1
        assertThat(LempelZiv.of(new double[] {1, 3, 4, 2})).hasValue(LempelZiv.of(bits("0110")));
        assertThat(LempelZiv.of(new double[] {1, 2, 3})).hasValue(LempelZiv.of(bits("001")));
        assertThat(LempelZiv.of(new double[] {7, 7, 7, 7, 7})).hasValue(new LempelZiv(2, 5));
    }

    @Test
    void noiseIsAsComplexAsItsSurrogatesAndASquareWaveFarLess() {
        SeededRandom random = new SeededRandom(12);
        double[] noise = new double[4096];
        Arrays.setAll(noise, n -> random.nextGaussian());
        double[] square = new double[4096];
        Arrays.setAll(square, n -> (n / 13 % 2 == 0 ? 1 : -1) + 0.05 * noise[n]);

        assertThat(LempelZiv.relativeToSurrogates(noise, 10, 99).orElseThrow()).isCloseTo(1, within(0.03));
        assertThat(LempelZiv.relativeToSurrogates(square, 10, 99).orElseThrow()).isLessThan(0.7);
        assertThat(LempelZiv.relativeToSurrogates(square, 10, 99))
                .isEqualTo(LempelZiv.relativeToSurrogates(square, 10, 99))
                .isNotEqualTo(LempelZiv.relativeToSurrogates(square, 10, 98));
    }

    @Test
    void surrogatesKeepTheAmplitudeSpectrum() {
        SeededRandom random = new SeededRandom(13);
        double[] noise = new double[240];
        Arrays.setAll(noise, n -> random.nextGaussian());

        double[] surrogate = new PhaseShuffle(noise).draw(new SeededRandom(14));

        for (int k = 1; k <= 120; k++) {
            assertThat(amplitude(surrogate, k)).as("bin " + k).isCloseTo(amplitude(noise, k), within(1e-10));
        }
        assertThat(surrogate).isNotEqualTo(noise);
    }

    @Test
    void whatIsLeftOutForSpeedIsLittle() {
        assertThat(PhaseShuffle.fastLength(7500)).isEqualTo(7500);
        assertThat(PhaseShuffle.fastLength(7499)).isEqualTo(7290);
        assertThat(PhaseShuffle.fastLength(1)).isZero();
        for (int n = 1000; n < 200_000; n++) {
            assertThat(PhaseShuffle.fastLength(n)).isGreaterThan((int) (0.93 * n));
        }
    }

    @Test
    void whatHasNoValueIsEmpty() {
        assertThat(LempelZiv.of(new double[0])).isEmpty();
        assertThat(LempelZiv.of(new double[] {1, Double.NaN})).isEmpty();
        assertThat(LempelZiv.of(bits("1")).normalised()).isEmpty();
        assertThat(LempelZiv.relativeToSurrogates(new double[100], 5, 1)).isEmpty();
        assertThat(LempelZiv.relativeToSurrogates(new double[] {1, 2, 3}, 5, 1)).isEmpty();
        assertThat(LempelZiv.relativeToSurrogates(new double[] {1, 2, 3, Double.NaN}, 5, 1))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> LempelZiv.relativeToSurrogates(new double[100], 0, 1));
    }

    private static double amplitude(double[] samples, int bin) {
        double re = 0;
        double im = 0;
        for (int n = 0; n < samples.length; n++) {
            re += samples[n] * Math.cos(2 * Math.PI * bin * n / samples.length);
            im += samples[n] * Math.sin(2 * Math.PI * bin * n / samples.length);
        }
        return Math.hypot(re, im);
    }

    private static int phrasesBySearching(String text) {
        int phrases = 0;
        for (int at = 0; at < text.length(); phrases++) {
            int end = at + 1;
            while (end <= text.length() && text.substring(0, end - 1).contains(text.substring(at, end))) {
                end++;
            }
            at = end;
        }
        return phrases;
    }

    private static boolean[] bits(String text) {
        boolean[] bits = new boolean[text.length()];
        for (int n = 0; n < bits.length; n++) {
            bits[n] = text.charAt(n) == '1';
        }
        return bits;
    }
}
