package org.neuroward.lsl;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One socket for each address of this machine, from which questions go out and to which answers come. */
final class AskingSockets implements Closeable {

    private static final System.Logger LOG = System.getLogger(AskingSockets.class.getName());

    /** Whoever floods us does not keep us beyond the time that was given. */
    private static final int MOST_AT_ONCE = 256;

    /** Takes an answer. */
    interface Answers {
        void take(InetAddress host, ByteBuffer answer);
    }

    private record Asking(DatagramChannel channel, InetAddress address, int port) {}

    private final NetworkSettings settings;
    private final Selector selector;
    private final List<Asking> sockets = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(Limits.DATAGRAM_BYTES);

    private AskingSockets(NetworkSettings settings, Selector selector) {
        this.settings = settings;
        this.selector = selector;
    }

    static AskingSockets open(NetworkSettings settings) throws IOException {
        var sockets = new AskingSockets(settings, Selector.open());
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            if (network.isUp()) {
                network.inetAddresses().forEach(address -> sockets.add(network, address));
            }
        }
        return sockets;
    }

    /** An interface that cannot be used does not keep the others from being asked. */
    private void add(NetworkInterface network, InetAddress address) {
        try {
            DatagramChannel channel = DatagramChannel.open(
                    address instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
            try {
                channel.setOption(StandardSocketOptions.SO_BROADCAST, address instanceof Inet4Address);
                channel.setOption(
                        StandardSocketOptions.IP_MULTICAST_TTL,
                        settings.groups().hops());
                if (network.supportsMulticast()) {
                    channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
                }
                channel.bind(new InetSocketAddress(address, 0));
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
                sockets.add(new Asking(channel, address, channel.socket().getLocalPort()));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "no streams are looked for from {0}: {1}", address, e.getMessage());
        }
    }

    /** Sends one question to everybody. */
    void ask(String query, String id) {
        for (Asking socket : sockets) {
            ByteBuffer question = question(query, socket.port(), id);
            for (InetAddress group : settings.groups().addresses()) {
                if (sameFamily(group, socket.address())
                        && group.isLoopbackAddress() == socket.address().isLoopbackAddress()) {
                    send(
                            socket,
                            question,
                            new InetSocketAddress(group, settings.ports().discovery()));
                }
            }
        }
        for (String peer : settings.knownPeers()) {
            askPeer(peer, query, id);
        }
    }

    private void askPeer(String peer, String query, String id) {
        try {
            for (InetAddress address : InetAddress.getAllByName(peer)) {
                sockets.stream()
                        .filter(socket -> sameFamily(socket.address(), address)
                                && socket.address().isLoopbackAddress() == address.isLoopbackAddress())
                        .forEach(socket -> askAllPorts(socket, address, question(query, socket.port(), id)));
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a known peer has no address: {0}", peer);
        }
    }

    private void askAllPorts(Asking socket, InetAddress address, ByteBuffer question) {
        int base = settings.ports().base();
        for (int port = base; port < base + settings.ports().count(); port++) {
            send(socket, question, new InetSocketAddress(address, port));
        }
    }

    private static ByteBuffer question(String query, int returnPort, String id) {
        String text = "LSL:shortinfo\r\n" + query + "\r\n" + returnPort + " " + id + "\r\n";
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean sameFamily(InetAddress one, InetAddress other) {
        return one instanceof Inet4Address == other instanceof Inet4Address;
    }

    private static void send(Asking socket, ByteBuffer question, InetSocketAddress to) {
        try {
            socket.channel().send(question.duplicate(), to);
        } catch (IOException e) {
            LOG.log(Level.TRACE, "{0} cannot be asked from {1}: {2}", to, socket.address(), e.getMessage());
        }
    }

    /** Passes on answers as they come, at most until {@code untilNanos}. */
    void receive(long untilNanos, Answers answers) throws IOException {
        long millis = Math.max(1, (untilNanos - System.nanoTime()) / 1_000_000);
        if (selector.select(millis) == 0) {
            return;
        }
        for (SelectionKey key : selector.selectedKeys()) {
            drain((DatagramChannel) key.channel(), answers);
        }
        selector.selectedKeys().clear();
    }

    private void drain(DatagramChannel channel, Answers answers) {
        try {
            buffer.clear();
            var from = channel.receive(buffer);
            for (int i = 0; from != null && i < MOST_AT_ONCE; i++) {
                answers.take(((InetSocketAddress) from).getAddress(), buffer.flip());
                buffer.clear();
                from = channel.receive(buffer);
            }
        } catch (IOException e) {
            // A port that nobody listens at may answer by an error; the others are still heard.
            LOG.log(Level.TRACE, "an answer cannot be read: {0}", e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        for (Asking socket : sockets) {
            socket.channel().close();
        }
        selector.close();
    }
}
