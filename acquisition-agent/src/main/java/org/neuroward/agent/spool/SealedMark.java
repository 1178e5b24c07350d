package org.neuroward.agent.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.wire.LogFile;
import org.neuroward.wire.LogHome;

/** A file beside a recording's log that says since when the server has it sealed. */
final class SealedMark {

    private static final String FILE = "sealed";

    private SealedMark() {}

    /** Since when; empty when the server has not sealed the recording. */
    static Optional<Instant> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(Instant.parse(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | DateTimeException e) {
            // The mark is there: how old it is can be taken from the file.
            return Optional.of(Instant.ofEpochMilli(file.toFile().lastModified()));
        }
    }

    /** Marks the recording wherever {@code home} holds a part of it; survives a power loss. */
    static void write(LogHome home, UUID recordingId, Instant since) throws IOException {
        Path folder = home.folder(recordingId);
        if (!Files.isDirectory(folder)) {
            return;
        }
        Path part = folder.resolve(FILE + ".part");
        Files.deleteIfExists(part);
        try (LogFile file = home.files().create(part)) {
            file.write(ByteBuffer.wrap((since + "\n").getBytes(StandardCharsets.UTF_8)), 0);
            file.force();
        }
        home.files().rename(part, folder.resolve(FILE));
        home.files().forceNames(folder);
    }
}
