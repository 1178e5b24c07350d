package org.neuroward.agent.device.fieldtrip;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.neuroward.agent.device.line.EmulatedServer;
import org.neuroward.agent.device.line.EmulatedServer.Peer;

/**
 * Emulates a FieldTrip buffer, written from its message.h and the page of its protocol: a ring of the newest samples, a list
 * of events, answers in the byte order of the request. A sample's bytes come from the test.
 */
final class BufferServer implements Closeable {

    /** The bytes of sample {@code index} of all channels. */
    interface Samples {
        void put(int index, ByteBuffer into);
    }

    final EmulatedServer server;
    final AtomicInteger requests = new AtomicInteger();
    private final int channels;
    private final int type;
    private final int numberBytes;
    private final Samples samples;
    private final float hertz;
    private final List<Object[]> events = new ArrayList<>();
    private volatile boolean named = true;
    private volatile Double resolution = 0.1;
    private int written;
    private int ring = 600_000;
    private byte[] nextAnswer;

    BufferServer(int channels, float hertz, int type, int numberBytes, Samples samples) throws IOException {
        this.channels = channels;
        this.hertz = hertz;
        this.type = type;
        this.numberBytes = numberBytes;
        this.samples = samples;
        this.server = new EmulatedServer(this::serve);
    }

    void withoutChunks() {
        named = false;
        resolution = null;
    }

    /** So many samples were written so far, modulo 2^32; so many of the newest can be read. */
    synchronized void holds(int written, int ring) {
        this.written = written;
        this.ring = ring;
        notifyAll();
    }

    synchronized void event(String type, Object value, int sample, int duration) {
        events.add(new Object[] {type, value, sample, duration});
        notifyAll();
    }

    /** The next request gets these bytes for an answer. */
    synchronized void answerNextWith(byte[] bytes) {
        nextAnswer = bytes;
    }

    synchronized boolean hasAnswered() {
        return nextAnswer == null;
    }

    private synchronized byte[] takeNextAnswer() {
        byte[] taken = nextAnswer;
        nextAnswer = null;
        return taken;
    }

    private void serve(Peer peer) throws IOException {
        while (true) {
            byte[] head = peer.receive(8);
            ByteOrder order = head[0] == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            ByteBuffer in = ByteBuffer.wrap(head).order(order);
            in.getShort();
            int command = in.getShort();
            ByteBuffer body = ByteBuffer.wrap(peer.receive(in.getInt())).order(order);
            requests.incrementAndGet();
            byte[] scripted = takeNextAnswer();
            peer.send(scripted != null ? scripted : answer(command, body, order));
        }
    }

    private synchronized byte[] answer(int command, ByteBuffer body, ByteOrder order) {
        return switch (command) {
            case 0x201 -> header(order);
            case 0x202 -> data(body.getInt(), body.getInt(), order);
            case 0x203 -> events(body.getInt(), body.getInt(), order);
            case 0x402 -> await(body.getInt(), body.getInt(), body.getInt(), order);
            default -> throw new IllegalArgumentException("not for this emulator: " + command);
        };
    }

    private static byte[] message(int command, ByteOrder order, ByteBuffer body) {
        body.flip();
        return ByteBuffer.allocate(8 + body.remaining())
                .order(order)
                .putShort((short) 1)
                .putShort((short) command)
                .putInt(body.remaining())
                .put(body)
                .array();
    }

    private static byte[] error(ByteOrder order) {
        return message(0x205, order, ByteBuffer.allocate(0));
    }

    private byte[] header(ByteOrder order) {
        ByteBuffer chunks = ByteBuffer.allocate(10_000).order(order);
        if (named) {
            // A chunk that nobody needs, as amplifiers of MEG have.
            chunks.putInt(4).putInt(6).put("a\0b\0\0\0".getBytes(StandardCharsets.US_ASCII));
            byte[] names = new byte[0];
            for (int i = 0; i < channels; i++) {
                names = (new String(names, StandardCharsets.US_ASCII) + "E" + (i + 1) + "\0")
                        .getBytes(StandardCharsets.US_ASCII);
            }
            chunks.putInt(1).putInt(names.length).put(names);
        }
        if (resolution != null) {
            chunks.putInt(3).putInt(8 * channels);
            for (int i = 0; i < channels; i++) {
                chunks.putDouble(resolution);
            }
        }
        chunks.flip();
        ByteBuffer body = ByteBuffer.allocate(24 + chunks.remaining())
                .order(order)
                .putInt(channels)
                .putInt(written)
                .putInt(events.size())
                .putFloat(hertz)
                .putInt(type)
                .putInt(chunks.remaining())
                .put(chunks);
        return message(0x204, order, body);
    }

    /** As the reference does: an index is compared as an unsigned number, so that nothing of before a wrap can be read. */
    private byte[] data(int begin, int end, ByteOrder order) {
        boolean there = Integer.compareUnsigned(begin, written) < 0
                && Integer.compareUnsigned(end, written) < 0
                && Integer.compareUnsigned(begin, end) <= 0
                && Integer.compareUnsigned(written - begin, ring) <= 0;
        if (!there) {
            return error(order);
        }
        int count = end - begin + 1;
        int bytes = count * channels * numberBytes;
        ByteBuffer body = ByteBuffer.allocate(16 + bytes).order(order);
        body.putInt(channels).putInt(count).putInt(type).putInt(bytes);
        for (int i = 0; i < count; i++) {
            samples.put(begin + i, body);
        }
        return message(0x204, order, body);
    }

    private byte[] events(int begin, int end, ByteOrder order) {
        if (begin < 0 || end >= events.size() || begin > end) {
            return error(order);
        }
        ByteBuffer body = ByteBuffer.allocate(100_000).order(order);
        for (Object[] event : events.subList(begin, end + 1)) {
            byte[] name = ((String) event[0]).getBytes(StandardCharsets.UTF_8);
            boolean text = event[1] instanceof String;
            byte[] value = text
                    ? ((String) event[1]).getBytes(StandardCharsets.UTF_8)
                    : ByteBuffer.allocate(8)
                            .order(order)
                            .putDouble((Double) event[1])
                            .array();
            body.putInt(0).putInt(name.length).putInt(text ? 0 : 10).putInt(text ? value.length : 1);
            body.putInt((int) event[2]).putInt(0).putInt((int) event[3]).putInt(name.length + value.length);
            body.put(name).put(value);
        }
        return message(0x204, order, body);
    }

    private byte[] await(int have, int haveEvents, int millis, ByteOrder order) {
        long end = System.nanoTime() + millis * 1_000_000L;
        while (written == have && events.size() <= haveEvents && System.nanoTime() < end) {
            try {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000L));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        ByteBuffer body = ByteBuffer.allocate(8).order(order).putInt(written).putInt(events.size());
        return message(0x404, order, body);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
