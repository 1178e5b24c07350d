package org.neuroward.agent.device.line;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads whole structures from a line. Memory is bounded by the longest structure that the reader asks for. */
public final class Connection {

    private static final int BUFFERED_BYTES = 64 * 1024;

    private final Line line;
    private final ByteOrder order;
    private final byte[] buffered = new byte[BUFFERED_BYTES];
    private int position;
    private int limit;

    /** @param line open already */
    public Connection(Line line, ByteOrder order) {
        this.line = line;
        this.order = order;
    }

    /** The next {@code bytes} bytes, in the device's order, positioned at the first. */
    public ByteBuffer read(int bytes) throws IOException {
        byte[] all = new byte[bytes];
        int done = 0;
        while (done < bytes) {
            fill();
            int some = Math.min(bytes - done, limit - position);
            System.arraycopy(buffered, position, all, done, some);
            position += some;
            done += some;
        }
        return ByteBuffer.wrap(all).order(order);
    }

    /** Passes over bytes, however many, without keeping them. */
    public void skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0) {
            fill();
            int some = (int) Math.min(left, limit - position);
            position += some;
            left -= some;
        }
    }

    /** The next byte, 0 to 255. */
    public int readByte() throws IOException {
        fill();
        return buffered[position++] & 0xff;
    }

    /** Waits until something has come, and leaves it to be read. */
    public void awaitMore() throws IOException {
        fill();
    }

    public void write(ByteBuffer bytes) throws IOException {
        byte[] all = new byte[bytes.remaining()];
        bytes.get(all);
        line.write(all);
    }

    private void fill() throws IOException {
        if (position < limit) {
            return;
        }
        int count = line.read(buffered, 0, buffered.length);
        if (count < 0) {
            throw new EOFException("the device has closed the connection");
        }
        position = 0;
        limit = count;
    }
}
