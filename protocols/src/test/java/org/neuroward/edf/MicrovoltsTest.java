package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts become microvolts by the ranges of the header: physical = (digital - dmin) (pmax - pmin) / (dmax - dmin) + pmin. */
class MicrovoltsTest {

    @TempDir
    Path folder;

    @Test
    void rangesAndUnitGiveMicrovolts() throws IOException {
        TestFile file = TestFile.plain(1).record(-2048, 2047, 0, 1);
        file.signal(0).unit = "mV".getBytes(StandardCharsets.US_ASCII);
        file.signal(0).physicalMin = "4.096";
        file.signal(0).physicalMax = "-4.094";
        double[] microvolts = new double[3];

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            recording.microvolts(0, 1, microvolts);
        }

        assertThat(microvolts[0]).isCloseTo(-4094, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(microvolts[1]).isCloseTo(0, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(microvolts[2]).isCloseTo(-2, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void aChannelThatIsNoVoltageHasNoMicrovolts() throws IOException {
        TestFile file = TestFile.plain(1).record(1, 2, 3, 4);
        file.signal(0).unit = "degC".getBytes(StandardCharsets.US_ASCII);

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recording.microvolts(0, 0, new double[4]))
                    .withMessageContaining("unit=degC");
        }
    }

    @Test
    void aStretchBeyondTheEndIsRefused() throws IOException {
        try (EdfRecording recording =
                EdfRecording.open(TestFile.plain(1).record(1, 2, 3, 4).in(folder))) {
            assertThatIllegalArgumentException().isThrownBy(() -> recording.microvolts(0, 2, new double[3]));
        }
    }
}
