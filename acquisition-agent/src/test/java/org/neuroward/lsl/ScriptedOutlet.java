package org.neuroward.lsl;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Answers like an outlet, but with given bytes, whatever was asked. */
final class ScriptedOutlet implements AutoCloseable {

    private final ServerSocket server;
    private final byte[] feed;
    private final boolean staysOpen;
    private final String xml;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param feed from the status line on */
    ScriptedOutlet(String xml, byte[] feed, boolean staysOpen) throws IOException {
        this.xml = xml;
        this.feed = feed;
        this.staysOpen = staysOpen;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    StreamTarget target() {
        return new StreamTarget.At("127.0.0.1", server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                var in = new FeedInput(socket.getInputStream());
                if (in.line().startsWith("LSL:fullinfo")) {
                    socket.getOutputStream()
                            .write(xml.replace("26572", Integer.toString(server.getLocalPort()))
                                    .getBytes(StandardCharsets.UTF_8));
                } else {
                    while (!in.line().isEmpty()) {}
                    socket.getOutputStream().write(feed);
                    if (staysOpen) {
                        ended.await();
                    }
                }
            } catch (IOException e) {
                // Whoever asked has gone: the next one.
                continue;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        ended.countDown();
        server.close();
    }
}
