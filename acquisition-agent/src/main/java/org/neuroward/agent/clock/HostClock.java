package org.neuroward.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The clocks of the bedside computer, and waiting by the monotonic one. */
public interface HostClock {

    /** Nanoseconds of a clock that never jumps; comparable within one run of the computer, see {@link #findBootId}. */
    long nanos();

    /** What the wall clock shows; it may be set at any time. */
    Instant wall();

    void sleep(Duration span) throws InterruptedException;

    /** How long ago the computer was started, the time that it slept included; empty where the system does not tell. */
    default Optional<Duration> findUptime() {
        return Optional.empty();
    }

    /** Which run of the computer this is; another one after every start of it. Empty where the system does not tell. */
    default Optional<String> findBootId() {
        return Optional.empty();
    }

    /** The computer's own clocks. */
    static HostClock system() {
        return new SystemClock();
    }
}
