package org.neuroward.lsl;

import java.net.InetAddress;
import java.util.Objects;

/**
 * Where an outlet listens and how much it keeps.
 *
 * @param address the protocol is clear text and lets everybody in: by default only this machine. Another one is the address of
 *     one interface, or the wildcard for all
 * @param bufferSeconds how long an inlet may stall before it loses samples
 */
public record OutletSettings(NetworkSettings network, InetAddress address, int bufferSeconds) {

    static final String SOFTWARE = "Neuroward";

    private static final int USUAL_BUFFER_SECONDS = 60;

    public OutletSettings {
        Objects.requireNonNull(network);
        Objects.requireNonNull(address);
        if (bufferSeconds < 1) {
            throw new IllegalArgumentException("an outlet keeps at least one second: " + bufferSeconds);
        }
    }

    /** For programs on this machine only. */
    public static OutletSettings loopback(NetworkSettings network) {
        return new OutletSettings(network, InetAddress.getLoopbackAddress(), USUAL_BUFFER_SECONDS);
    }
}
