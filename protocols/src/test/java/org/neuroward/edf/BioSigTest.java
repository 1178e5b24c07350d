package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.SharedData;

/**
 * BioSig (Debian's biosig-tools and python3-biosig) reads what we write, and we read what BioSig writes, sample by sample.
 * Skipped where it is not installed.
 */
class BioSigTest {

    private static final String PYTHON = "/usr/bin/python3";
    private static final String SCRIPT = "src/test/tools/biosig_reads.py";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"edf", "bdf"})
    void bioSigReadsWhatWeWrite(String form) throws Exception {
        requireBioSig();
        Path file = folder.resolve("ours." + form);
        EdfCopy.write(SmallRecording.whole(), form.equals("bdf"), "X", file);

        List<String> lines = compareWithBioSig(file);

        // Times are those of the header: the file starts at a quarter of a second, on BioSig's grid of 2 ms.
        assertThat(lines.subList(1, lines.size()))
                .containsExactly("0.25 3.0 Eyes closed", "3.5 0.0 眨眼", "4.38 0.5 Neuroward: gap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"depression/H_S03_EC.edf", "resting/eeglab_data.edf", "edf/test_uneven_samp.edf"})
    void bioSigReadsOurCopiesOfRealRecordings(String name) throws Exception {
        requireBioSig();
        Path file = folder.resolve("copy.bdf");
        try (EdfRecording recording = EdfRecording.open(SharedData.file(name))) {
            EdfCopy.write(recording, true, "X", file);
        }

        assertThat(compareWithBioSig(file)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EDF", "BDF"})
    void weReadWhatBioSigWrites(String form) throws Exception {
        requireBioSig();
        Path ours = folder.resolve("ours.edf");
        Path theirs = folder.resolve("theirs." + form.toLowerCase(java.util.Locale.ROOT));
        EdfCopy.write(SmallRecording.whole(), false, "X", ours);
        run("save2gdf", "-f=" + form, ours.toString(), theirs.toString());

        assertThat(compareWithBioSig(theirs)).isNotEmpty();
        try (EdfRecording recording = EdfRecording.open(theirs)) {
            assertThat(recording.channels()).hasSize(3);
            assertThat(recording.samples(0)).isEqualTo(1750);
            assertThat(recording.samples(2)).isEqualTo(700);
        }
    }

    /** Both read {@code file}; returns what BioSig printed. */
    private List<String> compareWithBioSig(Path file) throws Exception {
        Path samples = folder.resolve("samples");
        List<String> lines = run(PYTHON, SCRIPT, file.toString(), samples.toString());
        String[] shape = lines.getFirst().split(" ");
        int most = Integer.parseInt(shape[0]);
        DoubleBuffer theirs = ByteBuffer.wrap(Files.readAllBytes(samples))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
        try (EdfRecording recording = EdfRecording.open(file)) {
            assertThat(Integer.parseInt(shape[1]))
                    .isEqualTo(recording.channels().size());
            for (int channel = 0; channel < recording.channels().size(); channel++) {
                compare(recording, channel, theirs.slice(channel * most, most));
            }
        }
        return lines;
    }

    private static void compare(EdfRecording recording, int channel, DoubleBuffer theirs) throws IOException {
        int samples = Math.toIntExact(recording.samples(channel));
        int[] counts = new int[samples];
        recording.counts(channel, 0, counts);
        EdfSignal signal = recording.signal(channel);
        double perCount =
                (signal.physicalMax() - signal.physicalMin()) / ((double) signal.digitalMax() - signal.digitalMin());
        // Rounding of a double at the size of the range; a wrong count would be a whole perCount off.
        double tolerance = Math.abs(perCount) * 1e-3;
        int step = theirs.limit() / samples;
        for (int i = 0; i < samples; i++) {
            double ours = (counts[i] - (double) signal.digitalMin()) * perCount + signal.physicalMin();
            assertThat(theirs.get(i * step))
                    .as("channel %d, sample %d", channel, i)
                    .isCloseTo(ours, offset(tolerance));
        }
    }

    private static void requireBioSig() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of(PYTHON))
                        && new ProcessBuilder(PYTHON, "-c", "import biosig, numpy")
                                        .start()
                                        .waitFor()
                                == 0
                        && Files.isExecutable(Path.of("/usr/bin/save2gdf")),
                "skipped: no BioSig (Debian's biosig-tools and python3-biosig)");
    }

    private static List<String> run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
