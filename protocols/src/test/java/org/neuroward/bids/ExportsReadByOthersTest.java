package org.neuroward.bids;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.SharedData;
import org.neuroward.recordingfile.RecordingFile;

/** Programs that are not ours read the same samples from an export as from its source. */
class ExportsReadByOthersTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path FIXTURES = Path.of("src/test/resources/recordings");

    @TempDir
    Path folder;

    @Test
    void brainVisionExportsHoldTheSamplesOfTheirSources() throws Exception {
        Path real = SharedData.file("resting/eeglab_data.set");
        Assumptions.assumeTrue(isInstalled("mne"), "skipped: " + PYTHON + " has no MNE");
        List<Path> sources = List.of(
                real,
                FIXTURES.resolve("eeglab/inside.set"),
                FIXTURES.resolve("brainvision/int16.vhdr"),
                FIXTURES.resolve("brainvision/int32-vectorized.vhdr"),
                FIXTURES.resolve("brainvision/float32.vhdr"));
        List<String> lines = run("src/test/tools/mne_reads_copies.py", sources);

        assertThat(lines).hasSize(sources.size()).allMatch(line -> line.endsWith(" same 0"));
    }

    @Test
    void bioSigReadsThemAsWell() throws Exception {
        Path real = SharedData.file("resting/eeglab_data.set");
        Assumptions.assumeTrue(
                isInstalled("mne, biosig"), "skipped: " + PYTHON + " has no MNE or no BioSig (python3-biosig)");
        // Floats: BioSig takes the ends of the range of integers, which the other fixtures hold, for overflows.
        List<Path> sources =
                List.of(real, FIXTURES.resolve("eeglab/inside.set"), FIXTURES.resolve("brainvision/float32.vhdr"));

        List<String> lines = run("src/test/tools/biosig_reads_exports.py", sources);

        assertThat(lines).hasSize(sources.size());
        for (String line : lines) {
            String[] words = line.split(" ");
            assertThat(words[1]).isEqualTo("True");
            // The script scales MNE's volts back to microvolts.
            assertThat(Double.parseDouble(words[2])).isLessThan(1e-12);
        }
    }

    private List<String> run(String script, List<Path> sources) throws Exception {
        var command = new ArrayList<>(List.of(PYTHON.toString(), script));
        for (int i = 0; i < sources.size(); i++) {
            command.add(sources.get(i).toString());
            command.add(export(sources.get(i), "s" + i).toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().toList();
    }

    private Path export(Path source, String subject) throws Exception {
        try (RecordingFile file = RecordingFile.open(source)) {
            BidsName name = BidsName.of(subject, Optional.empty(), "x", Optional.empty());
            var facts = new BidsFacts(Optional.empty(), Optional.empty(), Optional.empty(), false);
            return BidsExport.write(file, folder, name, facts).files().getFirst();
        }
    }

    private static boolean isInstalled(String modules) throws Exception {
        return Files.isExecutable(PYTHON)
                && new ProcessBuilder(PYTHON.toString(), "-c", "import " + modules)
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0;
    }
}
