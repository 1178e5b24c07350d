package org.neuroward.drill.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/** Peers below gRPC: connections that say nothing, or slowly, or nonsense, or leave halfway. Some stay open for long. */
final class HostileSockets implements AutoCloseable {

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** Frames of HTTP/2: settings, ping, reset of no stream, window update by nothing, headers without end. */
    private static final byte[][] FRAMES = {
        {0, 0, 0, 4, 0, 0, 0, 0, 0},
        {0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8},
        {0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 8},
        {0, 0, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0},
        {0, 0, 1, 1, 0, 0, 0, 0, 1, 0}
    };

    private static final int MOST_OPEN = 200;
    private static final int CONNECT_MILLIS = 2000;

    private final int port;
    private final SplittableRandom random;
    private final Deque<Socket> open = new ArrayDeque<>();
    private long connections;

    HostileSockets(int port, long seed) {
        this.port = port;
        this.random = new SplittableRandom(seed);
    }

    long connections() {
        return connections;
    }

    void strike() {
        connections++;
        try {
            var socket = new Socket();
            open.addLast(socket);
            if (open.size() > MOST_OPEN) {
                open.removeFirst().close();
            }
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            misbehave(socket);
        } catch (IOException ended) {
            // The server has ended it, as it may.
        }
    }

    private void misbehave(Socket socket) throws IOException {
        OutputStream to = socket.getOutputStream();
        switch (random.nextInt(5)) {
            case 0 -> {}
            case 1 -> to.write(noise());
            case 2 -> to.write(PREFACE, 0, random.nextInt(PREFACE.length));
            case 3 -> {
                to.write(PREFACE);
                for (int i = random.nextInt(1000); i > 0; i--) {
                    to.write(FRAMES[random.nextInt(FRAMES.length)]);
                }
            }
            default -> {
                to.write(PREFACE);
                to.write(FRAMES[0]);
                to.write(noise());
                socket.setSoLinger(true, 0);
                socket.close();
            }
        }
    }

    private byte[] noise() {
        byte[] bytes = new byte[1 + random.nextInt(20_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }
}
