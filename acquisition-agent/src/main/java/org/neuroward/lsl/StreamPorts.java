package org.neuroward.lsl;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Where a stream's program listens: data by TCP, time and questions by UDP; 0 where an address family is not served. */
public record StreamPorts(int v4Data, int v4Service, int v6Data, int v6Service) {

    private static final int LARGEST = 65_535;

    public StreamPorts {
        for (int port : new int[] {v4Data, v4Service, v6Data, v6Service}) {
            if (port < 0 || port > LARGEST) {
                throw new IllegalArgumentException("a port is 0 to 65535: " + port);
            }
        }
    }

    static StreamPorts of(InetAddress address, int data, int service) {
        return address instanceof Inet6Address
                ? new StreamPorts(0, 0, data, service)
                : new StreamPorts(data, service, 0, 0);
    }

    int data(InetAddress address) {
        return address instanceof Inet6Address ? v6Data : v4Data;
    }

    int service(InetAddress address) {
        return address instanceof Inet6Address ? v6Service : v4Service;
    }
}
