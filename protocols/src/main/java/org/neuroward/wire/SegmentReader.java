package org.neuroward.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.neuroward.wire.FrameException.Kind;

/** Reads the frames of one segment file in order; the file may still grow. */
final class SegmentReader implements Closeable {

    private static final int BUFFER_BYTES = 4 * Frame.LARGEST_FRAME_BYTES;

    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private long bufferOffset;

    SegmentReader(Path path) throws IOException {
        this(path, 0);
    }

    /** @param offset of a frame's first byte */
    SegmentReader(Path path, long offset) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.bufferOffset = offset;
    }

    Path path() {
        return path;
    }

    /** Where the next frame starts. */
    long offset() {
        return bufferOffset + buffer.position();
    }

    /** Continues at {@code offset}, the first byte of a frame. */
    void seek(long offset) {
        long inBuffer = offset - bufferOffset;
        if (inBuffer >= 0 && inBuffer <= buffer.limit()) {
            buffer.position((int) inBuffer);
        } else {
            bufferOffset = offset;
            buffer.position(0).limit(0);
        }
    }

    /** Bytes from {@link #offset()} to the end of the file. */
    long remaining() throws IOException {
        return channel.size() - offset();
    }

    /**
     * The next frame, or empty at the end of the file.
     *
     * @throws FrameException and stays where it is when the bytes are no whole frame
     */
    Optional<Frame> next() throws IOException {
        if (!fill()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Frame.decode(buffer));
        } catch (FrameException e) {
            // The buffer may be older than what has been written there since.
            reread();
            return fill() ? Optional.of(Frame.decode(buffer)) : Optional.empty();
        }
    }

    /** Forgets what was read ahead. */
    private void reread() {
        bufferOffset = offset();
        buffer.position(0).limit(0);
    }

    /** Moves behind the next frame after a look at its header; false at the end of the file. */
    boolean skip() throws IOException {
        if (!fill()) {
            return false;
        }
        int length = Frame.encodedBytes(buffer);
        if (buffer.remaining() < length) {
            throw new FrameException(Kind.INCOMPLETE, "the last frame was cut short");
        }
        buffer.position(buffer.position() + length);
        return true;
    }

    /** True when at least one byte follows; reads on unless the largest frame is certainly in the buffer. */
    private boolean fill() throws IOException {
        if (buffer.remaining() < Frame.LARGEST_FRAME_BYTES) {
            bufferOffset += buffer.position();
            buffer.compact();
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, bufferOffset + buffer.position()) <= 0) {
                    break;
                }
            }
            buffer.flip();
        }
        return buffer.hasRemaining();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
