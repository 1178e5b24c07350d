package org.neuroward.agent.clock;

import java.time.Duration;
import java.time.Instant;

/** The two clocks of the bedside computer, and waiting by the monotonic one. */
public interface HostClock {

    /** Nanoseconds of a clock that never jumps; comparable within one run of the agent. */
    long nanos();

    /** What the wall clock shows; it may be set at any time. */
    Instant wall();

    void sleep(Duration span) throws InterruptedException;

    /** The computer's own clocks. */
    static HostClock system() {
        return new SystemClock();
    }
}
