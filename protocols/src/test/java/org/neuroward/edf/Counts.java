package org.neuroward.edf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.neuroward.signal.Recording;
import org.neuroward.signal.Segment;

/** Takes the samples of recordings out for comparison. */
final class Counts {

    private Counts() {}

    /** All recorded counts of a channel, gaps left out. */
    static int[] all(Recording recording, int channel) throws IOException {
        int total = recording.segments(channel).stream()
                .mapToInt(s -> (int) s.count())
                .sum();
        ByteBuffer bytes = ByteBuffer.allocate(total * 4);
        for (Segment segment : recording.segments(channel)) {
            int[] counts = new int[(int) segment.count()];
            recording.counts(channel, segment.firstSample(), counts);
            for (int count : counts) {
                bytes.putInt(count);
            }
        }
        int[] all = new int[total];
        bytes.flip().asIntBuffer().get(all);
        return all;
    }

    static String sha256(int[] counts) throws NoSuchAlgorithmException {
        ByteBuffer bytes = ByteBuffer.allocate(counts.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(counts);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }
}
