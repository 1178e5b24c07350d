package org.neuroward.clinic.recording;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where recordings lie: logs in {@code recordings/log}, sealed files in {@code recordings/sealed}, in the data folder. */
@ApplicationScoped
public class RecordingFolder {

    private final Path logs;
    private final Path sealed;

    RecordingFolder(@ConfigProperty(name = "neuroward.data-folder", defaultValue = ".neuroward") Path dataFolder) {
        Path recordings = dataFolder.toAbsolutePath().normalize().resolve("recordings");
        logs = recordings.resolve("log");
        sealed = recordings.resolve("sealed");
    }

    /** Folder of the logs, one folder in it for each recording. It may not exist yet. */
    Path logs() {
        return logs;
    }

    Path sealedFolder() {
        return sealed;
    }

    Path createSealedFolder() throws IOException {
        return Files.createDirectories(sealed);
    }

    static String sealedName(UUID recordingId) {
        return recordingId + ".bdf";
    }
}
