package org.neuroward.agent.device.lsl;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalLong;
import org.neuroward.lsl.ChannelFormat;
import org.neuroward.lsl.DescribedChannel;
import org.neuroward.lsl.Element;
import org.neuroward.lsl.NetworkSettings;
import org.neuroward.lsl.Outlet;
import org.neuroward.lsl.OutletSettings;
import org.neuroward.lsl.SampleBatch;
import org.neuroward.lsl.StreamKind;

/** Streams of tests: what a laboratory's programs would offer. */
final class LslSource {

    static final double HERTZ = 250;

    private LslSource() {}

    /** This machine only, ports that nobody else uses at the moment. */
    static NetworkSettings network() throws IOException {
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            int port = Math.min(socket.getLocalPort(), 65_000);
            return new NetworkSettings(
                    new NetworkSettings.Ports(port, port + 1, 16),
                    NetworkSettings.Groups.machine(),
                    List.of("127.0.0.1"),
                    "neuroward-test");
        }
    }

    static DescribedChannel channel(String label, String type, String unit) {
        return new DescribedChannel(label, type, unit, OptionalLong.empty());
    }

    static Outlet open(NetworkSettings network, String name, ChannelFormat format, DescribedChannel... channels)
            throws IOException {
        var kind = new StreamKind(
                name, format.isText() ? "Markers" : "EEG", channels.length, format, name, format.isText() ? 0 : HERTZ);
        Element desc = Element.of("desc", DescribedChannel.channelsElement(List.of(channels)));
        return Outlet.open(kind, desc, OutletSettings.loopback(network));
    }

    /** One sample whose channels all have the value. */
    static void push(Outlet outlet, double stamp, double value) {
        StreamKind kind = outlet.description().kind();
        var batch = new SampleBatch(kind.format(), kind.channelCount(), 1);
        int at = batch.add(stamp);
        for (int channel = 0; channel < kind.channelCount(); channel++) {
            if (kind.format().isReal()) {
                batch.set(at, channel, value);
            } else {
                batch.set(at, channel, (long) value);
            }
        }
        outlet.push(batch);
    }

    static void push(Outlet outlet, double stamp, String text) {
        var batch = new SampleBatch(ChannelFormat.STRING, 1, 1);
        batch.set(batch.add(stamp), 0, text);
        outlet.push(batch);
    }
}
