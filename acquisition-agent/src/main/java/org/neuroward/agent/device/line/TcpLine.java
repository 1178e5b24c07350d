package org.neuroward.agent.device.line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/** A TCP connection to a device's own server. */
public final class TcpLine implements Line {

    private static final int LONGEST_CONNECT_MILLIS = 2000;

    private final InetSocketAddress address;
    private final Socket socket = new Socket();

    /** @param address looked up anew for every connection: a computer that restarts may get another address */
    public TcpLine(InetSocketAddress address) {
        this.address = address;
    }

    @Override
    public void open() throws IOException {
        var found = new InetSocketAddress(address.getHostString(), address.getPort());
        if (found.isUnresolved()) {
            throw new UnknownHostException(address.getHostString());
        }
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        socket.connect(found, LONGEST_CONNECT_MILLIS);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return socket.getInputStream().read(into, offset, length);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
