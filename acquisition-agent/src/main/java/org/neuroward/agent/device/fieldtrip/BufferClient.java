package org.neuroward.agent.device.fieldtrip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.neuroward.agent.device.line.Connection;
import org.neuroward.agent.device.line.DamagedException;
import org.neuroward.agent.device.line.HopelessException;

/**
 * Requests and answers of the FieldTrip buffer protocol, version 1 (FieldTrip, realtime/src/buffer/src/message.h, and its
 * page "Low-level FieldTrip buffer TCP network protocol"). The server answers in the byte order of the request.
 */
final class BufferClient {

    private static final int VERSION = 1;
    private static final int MESSAGE_BYTES = 8;
    private static final int DATA_BYTES = 16;

    private static final int GET_HDR = 0x201;
    private static final int GET_DAT = 0x202;
    private static final int GET_EVT = 0x203;
    private static final int GET_OK = 0x204;
    private static final int GET_ERR = 0x205;
    private static final int WAIT_DAT = 0x402;
    private static final int WAIT_OK = 0x404;

    /** A header may carry files of the amplifier of some MB, which are passed over. */
    private static final int MOST_HEADER_BYTES = 64 << 20;

    private static final int MOST_CHUNK_BYTES = 256 << 10;
    private static final int MOST_EVENT_BYTES = 1 << 20;

    private final Connection connection;
    private final ByteOrder order;

    /** How much the buffer holds, modulo 2^32. */
    record Quantity(int samples, int events) {}

    private record Answer(int command, long bytes) {}

    BufferClient(Connection connection, ByteOrder order) {
        this.connection = connection;
        this.order = order;
    }

    /** Empty when nothing has been put into the buffer yet. */
    Optional<BufferHeader> header() throws IOException, HopelessException {
        ask(GET_HDR);
        Answer answer = answer();
        if (answer.command() != GET_OK) {
            return none(answer);
        }
        if (answer.bytes() < BufferHeader.FIXED_BYTES || answer.bytes() > MOST_HEADER_BYTES) {
            throw new DamagedException("a header has 24 bytes to 64 MiB: bytes=" + answer.bytes());
        }
        ByteBuffer fixed = connection.read(BufferHeader.FIXED_BYTES);
        ByteBuffer names = ByteBuffer.allocate(0);
        ByteBuffer resolutions = ByteBuffer.allocate(0);
        long left = answer.bytes() - BufferHeader.FIXED_BYTES;
        while (left >= MESSAGE_BYTES) {
            ByteBuffer part = connection.read(MESSAGE_BYTES);
            int kind = part.getInt();
            long bytes = Integer.toUnsignedLong(part.getInt());
            left -= MESSAGE_BYTES + bytes;
            if (left < 0) {
                throw new DamagedException("a part of a header lies within it: bytes=" + bytes);
            }
            boolean wanted = kind == BufferHeader.CHANNEL_NAMES || kind == BufferHeader.RESOLUTIONS;
            if (!wanted || bytes > MOST_CHUNK_BYTES) {
                connection.skip(bytes);
            } else if (kind == BufferHeader.CHANNEL_NAMES) {
                names = connection.read((int) bytes);
            } else {
                resolutions = connection.read((int) bytes);
            }
        }
        connection.skip(left);
        return Optional.of(BufferHeader.read(fixed, names, resolutions));
    }

    /** Answers when the buffer holds more than that, at the latest after {@code millis}; empty when it was cleared. */
    Optional<Quantity> await(Quantity have, int millis) throws IOException {
        ask(WAIT_DAT, have.samples(), have.events(), millis);
        Answer answer = answer();
        if (answer.command() != WAIT_OK) {
            return none(answer);
        }
        requireBytes(answer, MESSAGE_BYTES);
        ByteBuffer body = connection.read(MESSAGE_BYTES);
        return Optional.of(new Quantity(body.getInt(), body.getInt()));
    }

    /** The numbers of {@code count} samples, sample-major; empty when the buffer does not hold all of them any more. */
    Optional<double[]> samples(int first, int count, BufferHeader header) throws IOException {
        ask(GET_DAT, first, first + count - 1);
        Answer answer = answer();
        if (answer.command() != GET_OK) {
            return none(answer);
        }
        int bytes = count * header.bytesPerSample();
        requireBytes(answer, DATA_BYTES + bytes);
        ByteBuffer definition = connection.read(DATA_BYTES);
        if (definition.getInt() != header.labels().size()
                || definition.getInt() != count
                || definition.getInt() != header.type().ordinal()
                || definition.getInt() != bytes) {
            throw new DamagedException("a buffer answers with the samples that it was asked for");
        }
        ByteBuffer body = connection.read(bytes);
        double[] values = new double[count * header.labels().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = header.type().read(body);
        }
        return Optional.of(values);
    }

    /** The bytes of the events from {@code first} to before {@code end}; empty when the buffer does not hold them. */
    Optional<ByteBuffer> events(int first, int end) throws IOException {
        ask(GET_EVT, first, end - 1);
        Answer answer = answer();
        if (answer.command() != GET_OK) {
            return none(answer);
        }
        if (answer.bytes() > MOST_EVENT_BYTES) {
            connection.skip(answer.bytes());
            return Optional.empty();
        }
        return Optional.of(connection.read((int) answer.bytes()));
    }

    private <T> Optional<T> none(Answer refusal) throws IOException {
        if (refusal.command() != GET_ERR && refusal.command() != WAIT_OK + 1) {
            throw new DamagedException("a buffer answers what it was asked: command=" + refusal.command());
        }
        requireBytes(refusal, 0);
        return Optional.empty();
    }

    private static void requireBytes(Answer answer, long bytes) throws DamagedException {
        if (answer.bytes() != bytes) {
            throw new DamagedException(
                    "an answer has the size of what it holds: bytes=" + answer.bytes() + ", expected=" + bytes);
        }
    }

    private void ask(int command, int... body) throws IOException {
        ByteBuffer request =
                ByteBuffer.allocate(MESSAGE_BYTES + Integer.BYTES * body.length).order(order);
        request.putShort((short) VERSION).putShort((short) command).putInt(Integer.BYTES * body.length);
        for (int number : body) {
            request.putInt(number);
        }
        connection.write(request.flip());
    }

    private Answer answer() throws IOException {
        ByteBuffer head = connection.read(MESSAGE_BYTES);
        int version = head.getShort();
        if (version != VERSION) {
            throw new DamagedException(
                    "the buffer protocol has version 1, in the byte order of the request: " + version);
        }
        return new Answer(Short.toUnsignedInt(head.getShort()), Integer.toUnsignedLong(head.getInt()));
    }
}
