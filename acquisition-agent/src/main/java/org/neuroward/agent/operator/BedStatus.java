package org.neuroward.agent.operator;

import java.util.List;
import java.util.Objects;
import org.neuroward.agent.uplink.LinkState;
import org.neuroward.signal.Channel;
import org.neuroward.wire.FromAgent;
import org.neuroward.wire.Impedance;

/**
 * The bed as its technician sees it.
 *
 * @param device name of the amplifier, without patient data
 * @param channels of the amplifier; empty while it is not there
 * @param heartbeat device, losses, spool and disk, as the server hears of them
 * @param measuresImpedance the amplifier can
 * @param impedances the latest ones; empty when none were measured
 */
public record BedStatus(
        String agentId,
        String agentVersion,
        String device,
        boolean simulated,
        List<Channel> channels,
        Activity activity,
        LinkState link,
        FromAgent.Status heartbeat,
        boolean measuresImpedance,
        boolean measuringImpedance,
        List<Impedance> impedances) {

    public BedStatus {
        Objects.requireNonNull(agentId);
        Objects.requireNonNull(agentVersion);
        Objects.requireNonNull(device);
        Objects.requireNonNull(activity);
        Objects.requireNonNull(link);
        Objects.requireNonNull(heartbeat);
        channels = List.copyOf(channels);
        impedances = List.copyOf(impedances);
    }
}
