package org.neuroward.edf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** What an independent program found in the recordings outside of this repository. */
record ReferenceFiles(Path folder, List<JsonNode> files) {

    /** Skips the test when the recordings are not at hand. */
    static ReferenceFiles available() throws IOException {
        Path folder = Path.of(System.getProperty("neuroward.shared", "absent"), "data");
        Assumptions.assumeTrue(
                Files.isDirectory(folder),
                "skipped: the recordings are not at hand (system property neuroward.shared)");
        try (InputStream json = ReferenceFiles.class.getResourceAsStream("expected/digital-samples.json")) {
            var files = new ArrayList<JsonNode>();
            new ObjectMapper().readTree(json).get("files").forEach(files::add);
            return new ReferenceFiles(folder, List.copyOf(files));
        }
    }

    Path path(JsonNode file) {
        return folder.resolve(file.get("file").asText());
    }
}
