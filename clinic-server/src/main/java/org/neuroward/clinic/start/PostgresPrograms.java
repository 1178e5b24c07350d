package org.neuroward.clinic.start;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs that travel with the server, unpacked once into the data folder. */
record PostgresPrograms(Path folder) {
    /** Names the unpacked folder, so that an upgrade of the programs unpacks anew. Must match the build's dependency. */
    private static final String VERSION = "17.6.0";

    static PostgresPrograms unpack(Path parent) throws IOException, StartRefused {
        Path folder = parent.resolve("programs-" + VERSION);
        if (Files.isDirectory(folder)) {
            return new PostgresPrograms(folder);
        }
        Path partial = parent.resolve("programs-" + VERSION + ".partial");
        deleteTree(partial);
        Files.createDirectories(partial);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archiveOfThisMachine())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, partial);
            }
        }
        // A folder with the final name is whole: a start killed while unpacking leaves only the partial one.
        return new PostgresPrograms(Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE));
    }

    Path program(String name) {
        Path plain = folder.resolve("bin").resolve(name);
        return Files.exists(plain) ? plain : folder.resolve("bin").resolve(name + ".exe");
    }

    private static InputStream archiveOfThisMachine() throws StartRefused {
        String system = System.getProperty("os.name")
                .toLowerCase(Locale.ROOT)
                .split(" ")[0]
                .replace("mac", "darwin");
        String machine =
                System.getProperty("os.arch").replace("amd64", "x86_64").replace("aarch64", "arm_64");
        // Alpine's C library is another one, so are its programs.
        String variant = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        String name = "/postgres-" + system + "-" + machine + variant + ".txz";
        InputStream archive = PostgresPrograms.class.getResourceAsStream(name);
        if (archive == null) {
            throw new StartRefused("database.no-programs", system + " " + machine);
        }
        return archive;
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("archive entry leaves its folder: entry=" + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0 && Files.getFileStore(target).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    static void deleteTree(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
