package org.neuroward.clinic.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds everything a server keeps: database, recordings, reports. One server at a time owns it; the
 * operating system gives the lock back when that server dies, however it dies.
 */
final class DataFolder implements AutoCloseable {
    /** Rises when the folder's own layout changes so that an older program must not touch it. */
    static final int VERSION = 1;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataFolder open(Path path) throws StartRefused {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            DataFolder folder = new DataFolder(path, channel);
            folder.lock();
            folder.checkVersion();
            return folder;
        } catch (IOException e) {
            throw new StartRefused("folder.not-writable", path, e.getClass().getSimpleName());
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void lock() throws IOException, StartRefused {
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartRefused("folder.in-use", path);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new StartRefused("folder.in-use", path);
        }
    }

    private void checkVersion() throws IOException, StartRefused {
        Path file = path.resolve("version");
        if (Files.notExists(file)) {
            Files.writeString(file, VERSION + "\n");
            return;
        }
        String text = Files.readString(file).strip();
        if (!text.matches("\\d{1,9}")) {
            channel.close();
            throw new StartRefused("folder.version-unreadable", file);
        }
        if (Integer.parseInt(text) > VERSION) {
            channel.close();
            throw new StartRefused("folder.newer", path, text, VERSION);
        }
    }
}
