package org.neuroward.agent.device.line;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The TCP server of a device's program, on the loopback and a port of its own, that breaks when the test says so. */
public final class EmulatedServer implements Closeable {

    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** What the server does with one client; the connection is closed when it returns. */
    public interface Conversation {
        void talk(Peer peer) throws IOException;
    }

    /** One client. */
    public static final class Peer {
        private final Socket socket;
        private final DataInputStream in;

        private Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
        }

        public void send(byte[] bytes) throws IOException {
            // Once: the client may go away as soon as it has what it wants.
            socket.getOutputStream().write(bytes);
        }

        public byte[] receive(int bytes) throws IOException {
            byte[] all = new byte[bytes];
            in.readFully(all);
            return all;
        }

        /** Waits until the client has gone. */
        public void listen() throws IOException {
            while (in.read() >= 0) {}
        }
    }

    private final Conversation greeting;
    private final Conversation conversation;
    private final List<Peer> peers = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile ServerSocket listening;
    private final AtomicInteger accepted = new AtomicInteger();

    public EmulatedServer(Conversation conversation) throws IOException {
        this(peer -> {}, conversation);
    }

    /** @param greeting comes before anything that the test sends */
    public EmulatedServer(Conversation greeting, Conversation conversation) throws IOException {
        this.greeting = greeting;
        this.conversation = conversation;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = listening.getLocalPort();
        accept(listening);
    }

    public String place() {
        return "localhost:" + port;
    }

    public int accepted() {
        return accepted.get();
    }

    private void accept(ServerSocket server) {
        Thread.ofPlatform().daemon().name("emulated device").start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread.ofPlatform().daemon().name("emulated connection").start(() -> converse(socket));
                } catch (IOException e) {
                    // Closed, or a client that has gone already.
                }
            }
        });
    }

    private void converse(Socket socket) {
        Peer peer = null;
        try (socket) {
            socket.setTcpNoDelay(true);
            peer = new Peer(socket);
            greeting.talk(peer);
            peers.add(peer);
            accepted.incrementAndGet();
            conversation.talk(peer);
        } catch (IOException e) {
            // The client went away; that is its right.
        } finally {
            peers.remove(peer);
        }
    }

    /** To every client that is there; waits for one first, and passes over those that are just going. */
    public void send(byte[]... messages) {
        for (byte[] message : messages) {
            boolean sent = false;
            while (!sent) {
                awaitPeer();
                for (Peer peer : peers) {
                    sent |= isSent(peer, message);
                }
            }
        }
    }

    private boolean isSent(Peer peer, byte[] message) {
        try {
            peer.send(message);
            return true;
        } catch (IOException e) {
            peers.remove(peer);
            return false;
        }
    }

    public void awaitPeer() {
        await("a client", () -> !peers.isEmpty());
    }

    public void awaitAccepted(int connections) {
        await(connections + " connections", () -> accepted.get() >= connections && !peers.isEmpty());
    }

    private static void await(String what, java.util.function.BooleanSupplier until) {
        long start = System.nanoTime();
        while (!until.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST_WAIT_NANOS) {
                throw new AssertionError("did not come: " + what);
            }
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }

    /** Breaks every connection with a reset. */
    public void cut() throws IOException {
        for (Peer peer : peers) {
            peer.socket.setSoLinger(true, 0);
            peer.socket.close();
        }
        await("no clients", peers::isEmpty);
    }

    /** Takes no connections until {@link #comeBack}. */
    public void goAway() throws IOException {
        listening.close();
        cut();
    }

    public void comeBack() throws IOException {
        var server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listening = server;
        accept(server);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Peer peer : peers) {
            peer.socket.close();
        }
    }
}
