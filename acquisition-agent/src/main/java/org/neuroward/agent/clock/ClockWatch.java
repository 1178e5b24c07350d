package org.neuroward.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells when the clocks are to be read again, when the wall clock was set, when the computer slept and when the agent was held
 * up: each of them when it is more than two seconds. Belongs to one thread, which looks about twice a second.
 */
public final class ClockWatch {

    private static final Duration READING_INTERVAL = Duration.ofSeconds(10);
    private static final Duration TOLERATED = Duration.ofSeconds(2);

    private final HostClock clock;
    private Look last;
    private long readNanos;

    /** The clocks at one instant. */
    private record Look(long nanos, Instant wall, Optional<Duration> uptime) {

        private static Look at(HostClock clock) {
            return new Look(clock.nanos(), clock.wall(), clock.findUptime());
        }
    }

    public ClockWatch(HostClock clock) {
        this.clock = clock;
        this.last = Look.at(clock);
        this.readNanos = last.nanos - READING_INTERVAL.toNanos();
    }

    /** The wall clock when ten seconds have passed since it was last given, or none was yet. */
    public Optional<Instant> dueReading() {
        long now = clock.nanos();
        if (now - readNanos < READING_INTERVAL.toNanos()) {
            return Optional.empty();
        }
        readNanos = now;
        return Optional.of(clock.wall());
    }

    /** What the clocks did since the last call; mostly nothing. */
    public List<ClockJump> findJumps() {
        Look before = last;
        last = Look.at(clock);
        Duration monotonic = Duration.ofNanos(last.nanos - before.nanos);
        Duration real = before.uptime.isPresent() && last.uptime.isPresent()
                ? last.uptime.get().minus(before.uptime.get())
                : monotonic;
        var jumps = new ArrayList<ClockJump>();
        if (real.minus(monotonic).compareTo(TOLERATED) > 0) {
            jumps.add(new ClockJump.Slept(real.minus(monotonic)));
        }
        if (monotonic.compareTo(TOLERATED) > 0) {
            jumps.add(new ClockJump.HeldUp(monotonic));
        }
        Duration set = Duration.between(before.wall, last.wall).minus(real);
        if (set.abs().compareTo(TOLERATED) > 0) {
            jumps.add(new ClockJump.WallSet(set));
        }
        return jumps;
    }
}
