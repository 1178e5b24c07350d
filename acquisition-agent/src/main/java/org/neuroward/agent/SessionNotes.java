package org.neuroward.agent;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * A note on disk for each recording that runs. It survives the end of the agent at once, and a power loss soon after: the
 * agent's thread does not wait for the disk.
 */
final class SessionNotes {

    private static final System.Logger LOG = System.getLogger(SessionNotes.class.getName());

    private final Path folder;

    SessionNotes(Path folder) {
        this.folder = folder;
    }

    /** A disk that does not take the note is reported; the recording goes on, and only its resumption suffers. */
    void write(UUID recordingId, SessionNote note) {
        try {
            Files.createDirectories(folder);
            var text = new StringWriter();
            note.properties().store(text, null);
            Path written = folder.resolve(recordingId + ".new");
            Files.writeString(written, text.toString());
            Files.move(written, file(recordingId), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Thread.ofVirtual().name("note").start(() -> force(file(recordingId)));
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.ERROR, "the note on recording {0} cannot be written: {1}", recordingId, e.getMessage());
        }
    }

    private static void force(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a note was not forced to disk: {0}", e.getMessage());
        }
    }

    /** Empty when there is none, or none that can be read: a recording then goes on without its plan. */
    Optional<SessionNote> find(UUID recordingId) {
        if (!Files.exists(file(recordingId))) {
            return Optional.empty();
        }
        try {
            var written = new Properties();
            written.load(new StringReader(Files.readString(file(recordingId))));
            return Optional.of(SessionNote.of(written));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            LOG.log(Level.ERROR, "the note on recording {0} cannot be read: {1}", recordingId, e);
            return Optional.empty();
        }
    }

    void remove(UUID recordingId) {
        try {
            Files.deleteIfExists(file(recordingId));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the note on recording {0} cannot be removed: {1}", recordingId, e.getMessage());
        }
    }

    private Path file(UUID recordingId) {
        return folder.resolve(recordingId + ".session");
    }
}
