package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TalSecondsTest {

    private static final Pattern GRAMMAR = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{0,20})?");

    @ParameterizedTest
    @CsvSource({
        "+0, 0",
        "-1.5, -1500000000",
        "7., 7000000000",
        "+0.0000000005, 1",
        "+0.00000000049999999999, 0",
        "-0.0000000005, -1",
        "+1000000000, 1000000000000000000",
        "+000000000012.25, 12250000000"
    })
    void decimalSecondsAreNanoseconds(String text, long nanos) {
        assertThat(parse(text)).hasValue(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "+", ".5", "1e3", "+-1", "1000000001", "1000000000.00000000000000000001", "1 ", "1.2.3"})
    void whatIsNoSuchNumberIsNone(String text) {
        assertThat(parse(text)).isEmpty();
    }

    /** The same question put to a grammar and to exact decimals. */
    @Test
    void agreesWithExactDecimals() {
        long seed = 815;
        var random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(16); k >= 0; k--) {
                text.append("0123456789.+-59000".charAt(random.nextInt(18)));
            }
            OptionalLong expected = exact(text.toString());
            assertThat(parse(text.toString()))
                    .as("seed %d, text %s", seed, text)
                    .isEqualTo(expected);
            read += expected.isPresent() ? 1 : 0;
        }
        assertThat(read).isGreaterThan(10_000);
    }

    private static OptionalLong exact(String text) {
        if (!GRAMMAR.matcher(text).matches()
                || new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(1_000_000_000)) > 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(new BigDecimal(text)
                .movePointRight(9)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    private static OptionalLong parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return TalSeconds.signedNanos(bytes, 0, bytes.length);
    }
}
