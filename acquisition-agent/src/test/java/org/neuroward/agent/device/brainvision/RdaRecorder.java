package org.neuroward.agent.device.brainvision;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.neuroward.agent.device.line.EmulatedServer;

/**
 * Emulates the server of a BrainVision Recorder, written from RDA.h as restated by FieldTrip's rdadefs.h and BCI2000: it says
 * START to whoever connects and then what the test lets it measure.
 */
final class RdaRecorder implements Closeable {

    static final String GUID = "8E45584396C9864CAF4A98BBF6C91450";

    final EmulatedServer server;
    private volatile byte[] start;

    RdaRecorder(byte[] start) throws IOException {
        this.start = start;
        this.server = new EmulatedServer(peer -> peer.send(this.start), EmulatedServer.Peer::listen);
    }

    void greetWith(byte[] other) {
        start = other;
    }

    static byte[] message(int type, ByteBuffer body) {
        body.flip();
        return little(24 + body.remaining())
                .put(HexFormat.of().parseHex(GUID))
                .putInt(24 + body.remaining())
                .putInt(type)
                .put(body)
                .array();
    }

    static byte[] start(double intervalMicroseconds, double resolution, String... names) {
        ByteBuffer body = little(10_000).putInt(names.length).putDouble(intervalMicroseconds);
        for (int i = 0; i < names.length; i++) {
            body.putDouble(resolution);
        }
        for (String name : names) {
            body.put(name.getBytes(StandardCharsets.ISO_8859_1)).put((byte) 0);
        }
        return message(1, body);
    }

    static byte[] data32(long block, int points, float[] values, byte[]... markers) {
        ByteBuffer body = little(100_000).putInt((int) block).putInt(points).putInt(markers.length);
        for (float value : values) {
            body.putFloat(value);
        }
        return message(4, put(body, markers));
    }

    static byte[] data16(long block, int points, short[] values, byte[]... markers) {
        ByteBuffer body = little(100_000).putInt((int) block).putInt(points).putInt(markers.length);
        for (short value : values) {
            body.putShort(value);
        }
        return message(2, put(body, markers));
    }

    private static ByteBuffer put(ByteBuffer body, byte[]... markers) {
        for (byte[] marker : markers) {
            body.put(marker);
        }
        return body;
    }

    static byte[] marker(int position, int points, int channel, String type, String description) {
        byte[] texts = (type + "\0" + description + "\0").getBytes(StandardCharsets.ISO_8859_1);
        return little(16 + texts.length)
                .putInt(16 + texts.length)
                .putInt(position)
                .putInt(points)
                .putInt(channel)
                .put(texts)
                .array();
    }

    static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
