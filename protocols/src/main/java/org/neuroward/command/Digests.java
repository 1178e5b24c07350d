package org.neuroward.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.neuroward.signal.Recording;
import org.neuroward.signal.Segment;

/** SHA-256 of files and of samples, in lower-case hexadecimal digits. */
final class Digests {

    private static final int PIECE = 1 << 16;

    private Digests() {}

    static String ofFile(Path file) throws IOException {
        return ofFiles(List.of(file));
    }

    /** Of the bytes of all files, end to end. */
    static String ofFiles(List<Path> files) throws IOException {
        MessageDigest digest = sha256();
        byte[] piece = new byte[PIECE];
        for (Path file : files) {
            try (InputStream bytes = Files.newInputStream(file)) {
                for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                    digest.update(piece, 0, read);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of a channel's counts as 32-bit little-endian integers; gaps are left out. */
    static String ofCounts(Recording recording, int channel) throws IOException {
        MessageDigest digest = sha256();
        for (Segment segment : recording.segments(channel)) {
            long next = segment.firstSample();
            while (next < segment.endSample()) {
                int[] counts = new int[(int) Math.min(PIECE, segment.endSample() - next)];
                recording.counts(channel, next, counts);
                digest.update(littleEndian(counts));
                next += counts.length;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static ByteBuffer littleEndian(int[] counts) {
        ByteBuffer bytes = ByteBuffer.allocate(counts.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(counts);
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
