package org.neuroward.clinic.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether a port is free before anything is started, so that a busy one costs a sentence and not a log. */
final class Ports {
    private Ports() {}

    static void requireFree(String host, int port, String setting) throws StartRefused {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers themselves do: connections of a former run in TIME_WAIT do not make a port busy.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new StartRefused("port.busy", port, setting);
        }
    }

    /** A port that is free now, for servers that only this process talks to. */
    static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
