package org.neuroward.drill.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A TCP proxy between beds and server, for computers where packets cannot be touched. It delays, and it falls silent without
 * closing anything, which leaves half-open connections; what happens to packets below TCP it cannot show.
 */
final class ProxyNetwork implements Network {

    private static final int PIECE_BYTES = 16 * 1024;
    private static final int PIECES_ON_THE_WAY = 64;
    private static final long LOOK_MILLIS = 20;

    private final ServerSocket listening;
    private final int serverPort;
    private final Random random;
    private volatile Weather weather = Weather.fair(java.time.Duration.ZERO);

    private record Piece(byte[] bytes, long dueNanos) {}

    ProxyNetwork(int serverPort, long seed) throws IOException {
        this.serverPort = serverPort;
        this.random = new Random(seed);
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    @Override
    public List<String> agentPrefix() {
        return List.of();
    }

    @Override
    public String serverAddress() {
        return "localhost:" + listening.getLocalPort();
    }

    @Override
    public void change(Weather next) {
        weather = next;
    }

    @Override
    public boolean hasPackets() {
        return false;
    }

    @Override
    public String words() {
        return "a TCP proxy: no loss, duplication or reordering of packets";
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket bed = listening.accept();
                Thread.ofVirtual().start(() -> join(bed));
            } catch (IOException e) {
                // Closed, or a bed that has gone already.
            }
        }
    }

    private void join(Socket bed) {
        try {
            awaitPassage();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            bed.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            carry(bed, server);
            carry(server, bed);
        } catch (IOException | InterruptedException e) {
            closed(bed);
        }
    }

    private void awaitPassage() throws InterruptedException {
        while (weather.cut()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private void carry(Socket from, Socket to) {
        BlockingQueue<Piece> way = new ArrayBlockingQueue<>(PIECES_ON_THE_WAY);
        Thread.ofVirtual().start(() -> take(from, to, way));
        Thread.ofVirtual().start(() -> give(from, to, way));
    }

    private void take(Socket from, Socket to, BlockingQueue<Piece> way) {
        try {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[PIECE_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                double millis = weather.delayMillis() + (2 * random.nextDouble() - 1) * weather.jitterMillis();
                long due = System.nanoTime() + (long) (Math.max(0, millis) * 1e6);
                way.put(new Piece(java.util.Arrays.copyOf(buffer, count), due));
            }
        } catch (IOException | InterruptedException e) {
            // One end has gone: the other is told below.
        }
        closed(from);
        closed(to);
    }

    private void give(Socket from, Socket to, BlockingQueue<Piece> way) {
        try {
            OutputStream out = to.getOutputStream();
            while (!to.isClosed()) {
                Piece piece = way.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (piece != null) {
                    TimeUnit.NANOSECONDS.sleep(piece.dueNanos() - System.nanoTime());
                    awaitPassage();
                    out.write(piece.bytes());
                }
            }
        } catch (IOException | InterruptedException e) {
            closed(from);
            closed(to);
        }
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
