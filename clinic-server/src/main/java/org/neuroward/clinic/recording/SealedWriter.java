package org.neuroward.clinic.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.UUID;
import org.neuroward.edf.EdfCopy;
import org.neuroward.signal.Gap;
import org.neuroward.wire.LogRecording;
import org.neuroward.wire.StreamLayout;

/**
 * Writes a log as BDF+: the same counts, ranges, units and labels, no identity. The file appears under its name whole and
 * synced, or not at all.
 */
final class SealedWriter {

    private static final String NO_PSEUDONYM = "X";

    private SealedWriter() {}

    static StoredRecording.SealedFile write(RecordingFolder folder, UUID recordingId) throws IOException {
        Path sealedFolder = folder.createSealedFolder();
        Path path = sealedFolder.resolve(RecordingFolder.sealedName(recordingId));
        Path part = sealedFolder.resolve(path.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (LogRecording log = LogRecording.open(folder.logs(), recordingId, ZoneId.systemDefault())) {
            EdfCopy.write(log, true, NO_PSEUDONYM, part);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
            force(sealedFolder);
            return new StoredRecording.SealedFile(
                    path,
                    sha256(path),
                    Files.size(path),
                    log.duration(),
                    gapSamples(log),
                    Clock.systemUTC().instant());
        }
    }

    private static long gapSamples(LogRecording log) {
        return StreamLayout.of(log.channels()).streams().stream()
                .flatMap(stream -> log.gaps(stream.channels().getFirst()).stream())
                .mapToLong(Gap::count)
                .sum();
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static String sha256(Path path) throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(file, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
