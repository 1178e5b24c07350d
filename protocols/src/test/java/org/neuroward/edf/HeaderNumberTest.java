package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The eight-character trap: a range that is rounded in the header changes every sample. */
class HeaderNumberTest {

    @ParameterizedTest
    @CsvSource({
        "-3276.8, -3276.8",
        "100, 100",
        "-32768, -32768",
        "0.1, 0.1",
        "8388607, 8388607",
        "-187500, -187500",
        "0.00001234, 1234E-8",
        "12345678, 12345678",
        "-8388608, -8388608",
        "1e20, 1E20"
    })
    void theTextFitsAndReadsBack(double value, String text) {
        assertThat(HeaderNumber.print(value)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-187499.98, 3276.71234, 0.1234567891, Math.PI, 123456789.5})
    void aValueThatDoesNotFitIsRefused(double value) {
        assertThat(HeaderNumber.print(value)).isEmpty();
    }

    @Test
    void whateverEightCharactersHoldIsWrittenAgain() {
        var random = new Random(8);
        for (int i = 0; i < 10_000; i++) {
            int decimals = random.nextInt(7);
            String text = String.format(Locale.ROOT, "%." + decimals + "f", (random.nextDouble() - 0.5) * 2000);
            String field = text.substring(0, Math.min(8, text.length()));
            double value = Double.parseDouble(field);

            assertThat(HeaderNumber.print(value)).hasValueSatisfying(printed -> assertThat(Double.parseDouble(printed))
                    .isEqualTo(value));
        }
    }
}
