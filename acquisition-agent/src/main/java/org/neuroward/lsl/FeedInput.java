package org.neuroward.lsl;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Bytes from a peer, buffered, with bounded lines. Belongs to one thread. */
final class FeedInput {

    /** Asked each time the peer sent nothing for the socket's time-out. */
    interface Patience {

        /** Returns to go on waiting. */
        void waited() throws IOException;
    }

    /** The largest sample of numbers fits: 4096 values of 8 bytes. */
    private static final int BUFFER_BYTES = 64 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private Patience patience = () -> {
        throw new SocketTimeoutException("the peer sends nothing");
    };
    private boolean everyTime;
    private int from;
    private int to;

    FeedInput(InputStream in) {
        this.in = in;
    }

    void setPatience(Patience patience) {
        this.patience = patience;
    }

    /** From now on the peer has this much time for all that is read, however it trickles. */
    void setDeadline(Duration span) {
        long endNanos = System.nanoTime() + span.toNanos();
        setPatience(() -> {
            if (System.nanoTime() - endNanos > 0) {
                throw new SocketTimeoutException("the peer does not answer in time");
            }
        });
        everyTime = true;
    }

    /** Ends {@link #setDeadline}. */
    void clearDeadline(Patience next) {
        everyTime = false;
        setPatience(next);
    }

    /** Bytes that can be read without waiting for the peer. */
    int buffered() {
        return to - from;
    }

    /** The buffer itself; the next byte is at {@link #position}. */
    byte[] buffer() {
        return buffer;
    }

    int position() {
        return from;
    }

    void skip(int bytes) {
        from += bytes;
    }

    /** Waits until {@code bytes} are buffered; at most 64 KiB. */
    void require(int bytes) throws IOException {
        while (buffered() < bytes) {
            if (from + bytes > buffer.length) {
                System.arraycopy(buffer, from, buffer, 0, buffered());
                to -= from;
                from = 0;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        if (from == to) {
            from = 0;
            to = 0;
        }
        int count = receive(buffer, to, buffer.length - to);
        to += count;
    }

    private int receive(byte[] into, int offset, int length) throws IOException {
        while (true) {
            if (everyTime) {
                patience.waited();
            }
            try {
                int count = in.read(into, offset, length);
                if (count < 0) {
                    throw new EOFException("the peer has closed the connection");
                }
                return count;
            } catch (SocketTimeoutException e) {
                patience.waited();
            }
        }
    }

    byte next() throws IOException {
        require(1);
        return buffer[from++];
    }

    byte peek() throws IOException {
        require(1);
        return buffer[from];
    }

    /** Grows with what arrives, so that a length without bytes behind it costs nothing. */
    byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[Math.min(length, BUFFER_BYTES)];
        int done = 0;
        while (done < length) {
            if (done == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(length, 2 * bytes.length));
            }
            require(1);
            int count = Math.min(buffered(), bytes.length - done);
            System.arraycopy(buffer, from, bytes, done, count);
            from += count;
            done += count;
        }
        return bytes;
    }

    /** A line without its end, or what stands before the end of the stream; liblsl's refusals have no line end. */
    String line() throws IOException {
        return line(Limits.LINE_BYTES);
    }

    private String line(int most) throws IOException {
        var text = new StringBuilder();
        while (more()) {
            byte next = buffer[from++];
            if (next == '\n') {
                break;
            }
            if (text.length() >= most) {
                throw new LslException("a line of the protocol is longer than " + most + " bytes");
            }
            text.append((char) (next & 0xFF));
        }
        return text.toString().stripTrailing();
    }

    /** All until the peer closes. */
    String text(int most) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        while (more()) {
            bytes.write(buffer, from, buffered());
            from = to;
            if (bytes.size() > most) {
                throw new LslException("an answer is longer than " + most + " bytes");
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private boolean more() throws IOException {
        try {
            require(1);
            return true;
        } catch (EOFException e) {
            return false;
        }
    }
}
