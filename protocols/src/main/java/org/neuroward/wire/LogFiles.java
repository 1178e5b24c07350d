package org.neuroward.wire;

import java.io.IOException;
import java.nio.file.Path;

/** The disk that recording logs are written to. A drill puts one in its place that fails as disks do. */
public interface LogFiles {

    /**
     * The file system that holds a folder.
     *
     * @param freeBytes that this process may still use
     */
    record Space(long freeBytes, long totalBytes) {}

    /** A new, empty file. */
    LogFile create(Path path) throws IOException;

    /** A file that exists. */
    LogFile open(Path path) throws IOException;

    /** Makes a folder and those above it, and makes its name survive a power loss. */
    void createFolder(Path folder) throws IOException;

    /** Gives a file another name on the same disk; the name survives a power loss after {@link #forceNames}. */
    void rename(Path from, Path to) throws IOException;

    void delete(Path path) throws IOException;

    /** Makes the names in {@code folder} survive a power loss. */
    void forceNames(Path folder) throws IOException;

    Space space(Path folder) throws IOException;

    /** The disk itself. */
    static LogFiles disk() {
        return DiskFiles.DISK;
    }
}
