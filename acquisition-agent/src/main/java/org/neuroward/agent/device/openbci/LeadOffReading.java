package org.neuroward.agent.device.openbci;

import java.util.Optional;

/** Collects the values of one channel while the test current flows, without a hole. */
final class LeadOffReading {

    /** Until the input has settled at its new gain. */
    private static final int SETTLING_PACKETS = 125;

    private final int channel;
    private final boolean daisy;
    private final int[] counts;
    private int settling = SETTLING_PACKETS;
    private int collected;
    private int lastCounter = -1;

    LeadOffReading(int channel, boolean daisy) {
        this.channel = channel;
        this.daisy = daisy;
        this.counts = new int[daisy ? LeadOff.CONVERSIONS / 2 : LeadOff.CONVERSIONS];
    }

    /** All values, once there are enough of them. */
    Optional<int[]> add(CytonPacket packet) {
        boolean follows = lastCounter >= 0 && packet.counter() == (lastCounter + 1 & 0xFF);
        lastCounter = packet.counter();
        if (!follows) {
            collected = 0;
        }
        if (settling > 0) {
            settling--;
            return Optional.empty();
        }
        if (carriesChannel(packet)) {
            counts[collected++] = packet.count(channel % CytonPacket.CHANNELS);
        }
        return collected == counts.length ? Optional.of(counts.clone()) : Optional.empty();
    }

    private boolean carriesChannel(CytonPacket packet) {
        boolean ofDaisy = channel >= CytonPacket.CHANNELS;
        return !daisy || ofDaisy == ((packet.counter() & 1) == 0);
    }
}
