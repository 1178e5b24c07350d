package org.neuroward.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells when the wall clock is to be read again, and when it was set or the computer slept: its way since the last look then
 * differs from the monotonic clock's by more than two seconds. Belongs to one thread.
 */
public final class ClockWatch {

    private static final Duration READING_INTERVAL = Duration.ofSeconds(10);
    private static final Duration TOLERATED = Duration.ofSeconds(2);

    private final HostClock clock;
    private long lookedNanos;
    private Instant lookedWall;
    private long readNanos;

    public ClockWatch(HostClock clock) {
        this.clock = clock;
        this.lookedNanos = clock.nanos();
        this.lookedWall = clock.wall();
        this.readNanos = lookedNanos - READING_INTERVAL.toNanos();
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

    /** How far the wall clock jumped since the last call; empty when it did not. */
    public Optional<Duration> findJump() {
        long now = clock.nanos();
        Instant wall = clock.wall();
        Duration jump = Duration.between(lookedWall, wall).minusNanos(now - lookedNanos);
        lookedNanos = now;
        lookedWall = wall;
        return jump.abs().compareTo(TOLERATED) > 0 ? Optional.of(jump) : Optional.empty();
    }
}
