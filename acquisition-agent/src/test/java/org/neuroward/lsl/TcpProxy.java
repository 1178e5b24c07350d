package org.neuroward.lsl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes bytes on, until it is told to swallow what comes over the connections that are open. */
final class TcpProxy implements AutoCloseable {

    private final ServerSocket server;
    private final InetSocketAddress target;
    private final Set<Socket> silenced = ConcurrentHashMap.newKeySet();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    TcpProxy(InetSocketAddress target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on nothing arrives over the connections there are; neither side is told. */
    void silence() {
        silenced.addAll(open);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                var behind = new Socket(target.getAddress(), target.getPort());
                open.add(client);
                Thread.ofPlatform().daemon().start(() -> pump(client, client, behind));
                Thread.ofPlatform().daemon().start(() -> pump(client, behind, client));
            } catch (IOException e) {
                // The next connection may work.
                continue;
            }
        }
    }

    private void pump(Socket client, Socket from, Socket to) {
        byte[] buffer = new byte[4096];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!silenced.contains(client)) {
                    out.write(buffer, 0, count);
                }
            }
            while (silenced.contains(client) && in.read(buffer) >= 0) {}
        } catch (IOException e) {
            open.remove(client);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
