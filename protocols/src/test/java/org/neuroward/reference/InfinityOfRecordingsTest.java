package org.neuroward.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuroward.RecordedEeg;
import org.neuroward.ReferenceFile;

/** Real recordings against infinity, beside NumPy's pinv of the whole lead field ({@code scalp_reference.py}). */
class InfinityOfRecordingsTest {

    static Stream<JsonNode> recordings() {
        return StreamSupport.stream(
                ReferenceFile.read("scalp.json").get("recordings").spliterator(), false);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("recordings")
    void valuesAreThoseOfThePseudoInverse(JsonNode expected) throws IOException {
        RecordedEeg eeg = RecordedEeg.read(expected.get("file").asText());
        List<RecordedElectrode> electrodes =
                eeg.names().stream().map(RecordedElectrode::good).toList();

        double[][] derived = Montage.infinity(electrodes, AverageGate.SCORING)
                .fit(electrodes)
                .apply(eeg.microvolts());

        for (int c = 0; c < derived.length; c++) {
            double[] values = ReferenceFile.doubles(
                    expected.get("restReference").get(eeg.names().get(c)));
            for (int i = 0; i < values.length; i++) {
                // signals reach a few hundred µV; both ways solve systems with condition numbers below 1000
                assertThat(derived[c][expected.get("samples").get(i).asInt()]).isCloseTo(values[i], within(1e-9));
            }
        }
    }
}
