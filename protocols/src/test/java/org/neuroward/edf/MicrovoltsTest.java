package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neuroward.signal.Calibration;

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

        assertThat(microvolts[0]).isCloseTo(-4094, offset(1e-9));
        assertThat(microvolts[1]).isCloseTo(0, offset(1e-9));
        assertThat(microvolts[2]).isCloseTo(-2, offset(1e-9));
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

    /** Signals of three rates, in three shapes of file: 16 and 24 bits, and records too large to be read at once. */
    @ParameterizedTest(name = "24 bits: {0}, samples per record: {1}")
    @CsvSource({"false, 8", "true, 8", "false, 3000", "true, 3000", "false, 300000", "true, 300000"})
    void severalChannelsAtOnceAreWhatTheirBytesSay(boolean bits24, int samples) throws IOException {
        long seed = 20_261_124;
        var random = new Random(seed);
        TestFile file = bits24 ? TestFile.bdf(4) : TestFile.plain(4);
        int[] perRecord = {samples, samples / 4, samples, 1};
        int[][] counts = new int[4][];
        for (int signal = 0; signal < 4; signal++) {
            file.signal(signal).samples = String.valueOf(perRecord[signal]);
            file.signal(signal).label = "EEG " + signal;
            counts[signal] = random.ints(
                            7L * perRecord[signal], bits24 ? -8_388_608 : -32_768, bits24 ? 8_388_608 : 32_768)
                    .toArray();
        }
        for (int record = 0; record < 7; record++) {
            file.record(neighbours(counts, perRecord, record));
        }

        try (EdfRecording recording = EdfRecording.open(file.in(folder))) {
            Calibration calibration = recording.channels().getFirst().calibration();
            for (int i = 0; i < 200; i++) {
                List<Integer> channels = List.of(
                                List.of(2, 0), List.of(1), List.of(0, 1, 2), List.of(0, 1, 2, 3), List.of(2))
                        .get(i % 5);
                int shortest =
                        channels.stream().mapToInt(c -> counts[c].length).min().orElseThrow();
                int first = random.nextInt(shortest + 1);
                double[][] read = new double[channels.size()][random.nextInt(shortest - first + 1)];
                recording.microvolts(channels, first, read);
                for (int k = 0; k < read.length; k++) {
                    int[] expected = Arrays.copyOfRange(counts[channels.get(k)], first, first + read[k].length);
                    assertThat(read[k])
                            .as("seed %d, read %d, channel %d", seed, i, channels.get(k))
                            .isEqualTo(Arrays.stream(expected)
                                    .mapToDouble(calibration::microvolts)
                                    .toArray());
                    int[] again = new int[expected.length];
                    recording.counts(channels.get(k), first, again);
                    assertThat(again).isEqualTo(expected);
                }
            }
        }
    }

    private static int[] neighbours(int[][] counts, int[] perRecord, int record) {
        return IntStream.range(0, counts.length)
                .flatMap(signal ->
                        Arrays.stream(counts[signal], record * perRecord[signal], (record + 1) * perRecord[signal]))
                .toArray();
    }

    @Test
    void eachChannelNeedsAnArrayOfTheSameLength() throws IOException {
        try (EdfRecording recording = EdfRecording.open(
                TestFile.plain(2).record(1, 2, 3, 4, 5, 6, 7, 8).in(folder))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recording.microvolts(List.of(0, 1), 0, new double[][] {{0, 0}, {0}}))
                    .withMessageContaining("all of one length");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recording.microvolts(List.of(0, 1), 0, new double[][] {{0}}));
        }
    }

    @Test
    void aFileThatShrinksWhileItIsReadIsRefused() throws IOException {
        TestFile file = TestFile.plain(1);
        file.signal(0).samples = "20000";
        for (int record = 0; record < 20; record++) {
            file.record(new int[20_000]);
        }
        Path path = file.in(folder);

        try (EdfRecording recording = EdfRecording.open(path);
                FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            recording.microvolts(0, 0, new double[10]);
            channel.truncate(100_000);

            assertThatThrownBy(() -> recording.microvolts(0, 390_000, new double[10]))
                    .isInstanceOfSatisfying(EdfFormatException.class, e -> assertThat(e.problem())
                            .isEqualTo(EdfProblem.SHRANK));
        }
    }
}
