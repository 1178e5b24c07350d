package org.neuroward.agent.device.brainvision;

import java.net.InetSocketAddress;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.AddressException;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.device.DeviceAddress;
import org.neuroward.agent.device.line.Dialog;
import org.neuroward.agent.device.line.ReopenedAmplifier;
import org.neuroward.agent.device.line.TcpLine;

/** The signal that a BrainVision Recorder measures: {@code rda:HOST[:PORT]}. */
public final class RdaAmplifier {

    /** Where the recorder offers 32-bit floating point numbers; on 51234 it offers 16-bit counts. */
    private static final int FLOAT_PORT = 51244;

    private RdaAmplifier() {}

    public static Amplifier open(DeviceAddress address, HostClock clock) throws AddressException {
        address.requireOnly();
        InetSocketAddress server = address.hostAndPort(FLOAT_PORT);
        return new ReopenedAmplifier(name(address), () -> new TcpLine(server), () -> dialog(address), clock);
    }

    /** How a recorder is talked to, over whatever line. */
    public static Dialog dialog(DeviceAddress address) {
        return new RdaDialog(name(address));
    }

    private static String name(DeviceAddress address) {
        return "BrainVision Recorder at " + address.place();
    }
}
