package org.neuroward.edf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we write is read by MNE as what it was made from. Skipped where MNE is not installed. */
class CopiesReadByMneTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path SCRIPT = Path.of("src/test/tools/mne_reads_copies.py");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "24 bits: {0}")
    @ValueSource(booleans = {true, false})
    void copiesHoldTheSameSamplesAndAnnotations(boolean bits24) throws Exception {
        ReferenceFiles reference = ReferenceFiles.available();
        Assumptions.assumeTrue(mneIsInstalled(), "skipped: " + PYTHON + " has no MNE");
        var pairs = new ArrayList<String>();
        for (JsonNode file : reference.files()) {
            if (file.get("comparedWithMne").asBoolean()
                    && (bits24 || !file.get("file").asText().endsWith(".bdf"))) {
                pairs.addAll(List.of(reference.path(file).toString(), copy(reference.path(file), bits24)));
            }
        }

        List<String> lines = run(pairs);

        assertThat(lines).hasSize(pairs.size() / 2).allMatch(line -> line.endsWith(" same 0"));
    }

    private String copy(Path original, boolean bits24) throws IOException {
        Path copy = folder.resolve(original.getFileName() + (bits24 ? ".copy.bdf" : ".copy.edf"));
        try (EdfRecording recording = EdfRecording.open(original)) {
            EdfCopy.write(recording, bits24, "X", copy);
        }
        return copy.toString();
    }

    private static boolean mneIsInstalled() throws Exception {
        return Files.isExecutable(PYTHON)
                && new ProcessBuilder(PYTHON.toString(), "-c", "import mne")
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0;
    }

    private static List<String> run(List<String> pairs) throws Exception {
        var command = new ArrayList<>(List.of(PYTHON.toString(), SCRIPT.toString()));
        command.addAll(pairs);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().toList();
    }
}
