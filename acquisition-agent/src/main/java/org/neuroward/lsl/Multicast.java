package org.neuroward.lsl;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sockets of an outlet that hear questions to everybody: one for each address family, in all groups, on all its interfaces. */
final class Multicast implements Closeable {

    private static final System.Logger LOG = System.getLogger(Multicast.class.getName());

    private final NetworkSettings settings;
    private final InetAddress address;
    private final List<DatagramChannel> channels = new ArrayList<>();
    private final Set<String> joined = new HashSet<>();

    private Multicast(NetworkSettings settings, InetAddress address) {
        this.settings = settings;
        this.address = address;
    }

    /** @param address of the outlet: only its family is heard, since answers leave from there */
    static Multicast open(NetworkSettings settings, InetAddress address) {
        var multicast = new Multicast(settings, address);
        multicast.bind(address instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        return multicast;
    }

    /** Without the port of questions an outlet is still found by known peers and by its own port. */
    private void bind(ProtocolFamily family) {
        try {
            DatagramChannel channel = DatagramChannel.open(family);
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(new InetSocketAddress(settings.ports().discovery()));
                channel.configureBlocking(false);
                channels.add(channel);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "an outlet cannot hear questions to everybody: {0}", e.getMessage());
        }
    }

    List<DatagramChannel> channels() {
        return channels;
    }

    /** Joins the groups on interfaces that have come up since the last call. */
    void join() throws IOException {
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            if (network.isUp() && network.supportsMulticast() && isOurs(network)) {
                for (InetAddress group : settings.groups().addresses()) {
                    join(network, group);
                }
            }
        }
    }

    private boolean isOurs(NetworkInterface network) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || network.inetAddresses().anyMatch(address::equals);
    }

    private void join(NetworkInterface network, InetAddress group) {
        if (!group.isMulticastAddress()
                || group instanceof Inet4Address != address instanceof Inet4Address
                || !joined.add(network.getIndex() + " " + group)) {
            return;
        }
        for (DatagramChannel channel : channels) {
            try {
                channel.join(group, network);
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(Level.DEBUG, "{0} cannot be joined on {1}: {2}", group, network.getName(), e.getMessage());
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (DatagramChannel channel : channels) {
            channel.close();
        }
    }
}
