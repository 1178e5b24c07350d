package org.neuroward.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Tells the one frame that a crash tore at the end of a log from damage that no crash explains. */
final class TornTail {

    private TornTail() {}

    /** Returns when the bytes from the reader's place to the end can be the rest of one write. */
    static void requireTorn(SegmentReader reader, FrameException what) throws IOException {
        long length = reader.remaining();
        if (length <= Frame.LARGEST_FRAME_BYTES && !soundFrameFollows(reader, (int) length)) {
            return;
        }
        throw new LogDamagedException(reader.path(), reader.offset(), what.getMessage());
    }

    private static boolean soundFrameFollows(SegmentReader reader, int length) throws IOException {
        ByteBuffer tail = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(reader.path(), StandardOpenOption.READ)) {
            while (tail.hasRemaining() && channel.read(tail, reader.offset() + tail.position()) > 0) {}
        }
        tail.flip();
        for (int start = 1; start < tail.limit() - Frame.HEADER_BYTES; start++) {
            if (startsFrame(tail.duplicate().position(start))) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsFrame(ByteBuffer bytes) {
        try {
            Frame.decode(bytes);
            return true;
        } catch (FrameException e) {
            return false;
        }
    }
}
