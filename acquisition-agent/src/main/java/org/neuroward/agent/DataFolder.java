package org.neuroward.agent;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The agent's folder on disk, held by one agent at a time: a version, a lock and the spool. */
final class DataFolder implements Closeable {

    /** Rises when an older agent could no longer read what a newer one wrote. */
    static final int VERSION = 1;

    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    static DataFolder open(Path folder) throws IOException, StartException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartException("data.unusable", folder);
        }
        requireReadableVersion(folder);
        FileChannel lockFile =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(lockFile)) {
            lockFile.close();
            throw new StartException("data.locked", folder);
        }
        Path version = folder.resolve("version");
        if (!Files.exists(version)) {
            Files.writeString(version, VERSION + "\n");
        }
        return new DataFolder(folder, lockFile);
    }

    private static boolean tryLock(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void requireReadableVersion(Path folder) throws IOException, StartException {
        Path file = folder.resolve("version");
        if (!Files.exists(file)) {
            return;
        }
        String text = Files.readString(file).strip();
        if (!text.matches("\\d{1,9}")) {
            throw new StartException("data.version-unreadable", file);
        }
        if (Integer.parseInt(text) > VERSION) {
            throw new StartException("data.newer", folder, text, VERSION);
        }
    }

    /** Notes on recordings that run. */
    Path sessions() {
        return folder.resolve("sessions");
    }

    /** Where the recordings are in a data folder. */
    static Path spoolOf(Path folder) {
        return folder.resolve("spool");
    }

    /** True while an agent works in {@code folder}. */
    static boolean isHeld(Path folder) throws IOException {
        Path lock = folder.resolve("lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel lockFile = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return !tryLock(lockFile);
        }
    }

    Path spool() {
        return spoolOf(folder);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
