package org.neuroward.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.neuroward.recordingfile.RecordingFile;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.signal.RecordingFormatException;

/** A file that the user named, and the sentences for what can be wrong with it. */
final class InputFile {

    private InputFile() {}

    /** @throws CommandFailure when there is no readable regular file of that name */
    static Path of(String name) throws CommandFailure {
        Path file = path(name);
        if (!Files.exists(file)) {
            throw CommandFailure.of("file.missing", name);
        }
        if (Files.isDirectory(file)) {
            throw CommandFailure.of("file.directory", name);
        }
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.of("file.special", name);
        }
        if (!Files.isReadable(file)) {
            throw CommandFailure.of("file.unreadable", name);
        }
        return file;
    }

    /** Says what went wrong while {@code file} was read. */
    static CommandFailure failure(Path file, IOException cause) {
        if (cause instanceof RecordingFormatException format) {
            return new CommandFailure(locale -> Messages.of(locale).text("file.format", file, format.sentence(locale)));
        }
        return CommandFailure.of("file.unreadable", file);
    }

    /** What a result says that it was computed from; of several files the digest is that of their bytes end to end. */
    static ResultDocument.Input identity(RecordingFile file) throws IOException {
        long bytes = 0;
        for (Path part : file.files()) {
            bytes += Files.size(part);
        }
        return new ResultDocument.Input(Digests.ofFiles(file.files()), bytes, file.format());
    }

    private static Path path(String name) throws CommandFailure {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw CommandFailure.of("file.missing", name);
        }
    }
}
