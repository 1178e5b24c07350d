package org.neuroward.lsl;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Networks of tests: this machine only, ports that nobody else uses at the moment. */
final class TestPorts {

    private static final int RANGE = 16;

    private TestPorts() {}

    static NetworkSettings network() {
        return new NetworkSettings(ports(), NetworkSettings.Groups.machine(), List.of("127.0.0.1"), "neuroward-test");
    }

    /** A port for questions, and a free range after it. */
    static NetworkSettings.Ports ports() {
        for (int attempt = 0; attempt < 100; attempt++) {
            try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
                int port = socket.getLocalPort();
                if (port + RANGE < 65_535) {
                    return new NetworkSettings.Ports(port, port + 1, RANGE);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("no free ports");
    }
}
