package org.neuroward.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.scoring.Outcome.NotAvailable;

/** Section A8 of the clinical specification, row by row, at its boundary. */
class MinimumDataTest {

    @ParameterizedTest
    @CsvSource({
        "SPECTRA, 60, 120, 1, 59, too-little-clean-signal",
        "ASYMMETRY, 120, 240, 1, 119, too-little-clean-signal-of-both-conditions",
        "CONNECTIVITY, 60, 60, 2, 59, too-few-epochs",
        "NETWORK, 120, 120, 32, 119, too-few-epochs",
        "COMPLEXITY, 1, 5, 1, 0, no-long-clean-segment",
        "N170, 30, 50, 1, 29, too-few-trials",
        "P300, 25, 40, 1, 24, too-few-trials",
        "MISMATCH_NEGATIVITY, 100, 150, 1, 99, too-few-trials"
    })
    void justEnoughIsEnoughAndOneLessIsNot(
            MinimumData row, int minimum, int recommended, int channels, double tooFew, String reason) {
        assertThat(row.minimum()).isEqualTo(minimum);
        assertThat(row.recommended()).isEqualTo(recommended);
        assertThat(row.channels()).isEqualTo(channels);
        assertThat(row.refuse(minimum, channels)).isEmpty();
        assertThat(row.refuse(tooFew, channels)).map(NotAvailable::reason).hasValue(reason);
        assertThat(row.refuse(minimum, channels - 1)).map(NotAvailable::reason).hasValue("too-few-channels");
    }

    @ParameterizedTest
    @CsvSource({"SPECTRA, secondsClean, secondsRequired", "CONNECTIVITY, epochs, epochsRequired"})
    void aRefusalSaysWhatThereWasAndWhatIsNeeded(MinimumData row, String found, String required) {
        assertThat(row.refuse(7, row.channels()).orElseThrow().facts())
                .containsExactly(
                        java.util.Map.entry(found, 7.0), java.util.Map.entry(required, (double) row.minimum()));
    }
}
