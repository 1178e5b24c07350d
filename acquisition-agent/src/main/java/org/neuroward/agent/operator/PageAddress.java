package org.neuroward.agent.operator;

import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Where the running agent's page is and what opens it, kept in the agent's data folder for the terminal. Only the user who
 * runs the agent can read the file.
 */
record PageAddress(int port, String token) {

    private static final String NAME = "bedside-page";
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] OWNER_ONLY = POSIX
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];

    void write(Path dataFolder) throws IOException {
        Path part = dataFolder.resolve(NAME + ".part");
        Files.deleteIfExists(part);
        // Made with its permissions: there is no moment in which another user could open it.
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileChannel.open(part, options, OWNER_ONLY).close();
        Files.writeString(part, "port=" + port + "\ntoken=" + token + "\n");
        Files.move(part, dataFolder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void remove(Path dataFolder) throws IOException {
        Files.deleteIfExists(dataFolder.resolve(NAME));
    }

    /** Empty when no agent has left its address there. */
    static Optional<PageAddress> find(Path dataFolder) throws IOException {
        try {
            var lines = new Properties();
            lines.load(new StringReader(Files.readString(dataFolder.resolve(NAME))));
            String port = lines.getProperty("port", "");
            String token = lines.getProperty("token", "");
            return port.matches("\\d{1,5}") && !token.isEmpty()
                    ? Optional.of(new PageAddress(Integer.parseInt(port), token))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Without the token, so that no log can leak it. */
    @Override
    public String toString() {
        return "PageAddress[port=" + port + "]";
    }
}
