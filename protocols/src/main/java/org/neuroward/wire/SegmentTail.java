package org.neuroward.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * What lies behind the last sound frame of a segment file: zeros that were filled in beforehand, the one frame that a crash
 * tore, or damage that no crash explains.
 *
 * @param offset behind the last sound frame
 * @param endOffset behind the last byte that is not zero; {@code offset} when all are
 * @param soundFrame first byte of the next frame that is sound again
 */
record SegmentTail(long offset, long endOffset, OptionalLong soundFrame) {

    private static final int WINDOW_BYTES = 4 * Frame.LARGEST_FRAME_BYTES;

    static SegmentTail of(Path segment, long offset) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long end = offset;
        OptionalLong sound = OptionalLong.empty();
        try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.READ)) {
            // Windows overlap by the largest frame, so that every frame is whole in one of them.
            for (long base = offset; fill(window, channel, base); base += WINDOW_BYTES - Frame.LARGEST_FRAME_BYTES) {
                int written = writtenBytes(window);
                end = written > 0 ? base + written : end;
                if (sound.isEmpty() && written > 0) {
                    sound = findFrame(window, base == offset ? 1 : 0, base);
                }
            }
        }
        return new SegmentTail(offset, end, sound);
    }

    private static boolean fill(ByteBuffer window, FileChannel channel, long base) throws IOException {
        window.clear();
        while (window.hasRemaining() && channel.read(window, base + window.position()) > 0) {}
        window.flip();
        return window.hasRemaining();
    }

    private static int writtenBytes(ByteBuffer window) {
        int end = window.limit();
        while (end >= Long.BYTES && window.getLong(end - Long.BYTES) == 0) {
            end -= Long.BYTES;
        }
        while (end > 0 && window.get(end - 1) == 0) {
            end--;
        }
        return end;
    }

    private static OptionalLong findFrame(ByteBuffer window, int from, long base) {
        for (int start = from; start <= window.limit() - Frame.HEADER_BYTES; start++) {
            if (window.getInt(start) == Frame.MAGIC
                    && startsFrame(window.duplicate().position(start))) {
                return OptionalLong.of(base + start);
            }
        }
        return OptionalLong.empty();
    }

    private static boolean startsFrame(ByteBuffer bytes) {
        try {
            Frame.decode(bytes);
            return true;
        } catch (FrameException e) {
            return false;
        }
    }

    /** Nothing was written there. */
    boolean isClean() {
        return endOffset == offset;
    }

    /** The rest of one write at most. */
    boolean isTorn() {
        return endOffset - offset <= Frame.LARGEST_FRAME_BYTES && soundFrame.isEmpty();
    }
}
