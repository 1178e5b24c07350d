package org.neuroward.agent;

import java.nio.file.Path;
import java.util.Objects;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.agent.device.Amplifier;
import org.neuroward.agent.spool.Spool;

/**
 * What an agent works with.
 *
 * @param amplifier closed with the agent
 * @param spool closed with the agent
 * @param notes folder of the notes on recordings that run
 * @param realTime the amplifier's time passes as fast as the computer's
 */
public record Equipment(Amplifier amplifier, Spool spool, Path notes, HostClock clock, boolean realTime) {

    public Equipment {
        Objects.requireNonNull(amplifier);
        Objects.requireNonNull(spool);
        Objects.requireNonNull(notes);
        Objects.requireNonNull(clock);
    }
}
