package org.neuroward.agent;

import java.util.Optional;
import org.neuroward.agent.clock.DeviceFit;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.clock.ServerFit;
import org.neuroward.wire.DeviceClock;
import org.neuroward.wire.FrameContent.ClockReading;
import org.neuroward.wire.ServerClock;

/** What the bed knows of its three clocks. The device's part belongs to the agent's thread. */
final class Clocks {

    private final HostClock host;
    private final ServerFit server;
    private final boolean realTime;
    private Optional<DeviceFit> device = Optional.empty();

    /** @param realTime the amplifier's time passes as fast as the computer's; otherwise its rate is not looked at */
    Clocks(HostClock host, ServerFit server, boolean realTime) {
        this.host = host;
        this.server = server;
        this.realTime = realTime;
    }

    /** A run of a device of that rate begins. */
    void begin(double nominalHertz) {
        device = realTime ? Optional.of(new DeviceFit(nominalHertz)) : Optional.empty();
    }

    /** A block of stream 0 came. @param endSample of the run, exclusive */
    void block(long endSample, long hostNanos) {
        device.ifPresent(fit -> fit.add(endSample, hostNanos));
    }

    /** Samples were lost whose number is a guess. */
    void guessed() {
        device.ifPresent(DeviceFit::restart);
    }

    Optional<DeviceClock> device() {
        return device.flatMap(DeviceFit::estimate);
    }

    /** The device is surely faster or slower than it says. */
    boolean alarming() {
        return device.filter(DeviceFit::alarming).isPresent();
    }

    Optional<ServerClock> server() {
        return server.at(host.nanos(), host.wall());
    }

    ClockReading reading() {
        return new ClockReading(host.wall(), device(), server());
    }
}
