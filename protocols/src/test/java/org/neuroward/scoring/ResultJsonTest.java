package org.neuroward.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.neuroward.scoring.Outcome.Given;
import org.neuroward.scoring.Outcome.NotAvailable;
import org.neuroward.scoring.Reliability.Interval;

class ResultJsonTest {

    /** Written by release 0.1.0 (its lists cut short), before results had definitions and reliability; signed reports hold such documents. */
    @Test
    void aDocumentOfTheFirstReleaseIsReadAndWrittenBackByteForByte() throws IOException {
        byte[] stored;
        try (InputStream in = getClass().getResourceAsStream("result-0.1.0.json")) {
            stored = in.readAllBytes();
        }

        ResultDocument document = ResultJson.read(stored);

        assertThat(ResultJson.write(document)).isEqualTo(stored);
        assertThat(document.definitions()).isEmpty();
        assertThat(document.results().getFirst().outcome()).isInstanceOf(Given.class);
        assertThat(document.results().getLast().outcome())
                .isEqualTo(new NotAvailable("too-few-channels-with-peak", Map.of()));
    }

    @Test
    void noNumberThatIsNoneCanBeStored() {
        assertThatThrownBy(() -> new Given(Double.NaN, Optional.empty())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reliability("standard-error", Double.POSITIVE_INFINITY, "1", 2, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(0.95, 0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Outcome.of(Double.NaN, "no-power")).isEqualTo(new NotAvailable("no-power", Map.of()));
        assertThat(Outcome.of(2, "no-power")).isEqualTo(new Given(2, Optional.empty()));
    }
}
