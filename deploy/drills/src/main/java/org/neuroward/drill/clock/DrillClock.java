package org.neuroward.drill.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.neuroward.agent.clock.HostClock;

/** A bedside computer's clocks in the hand of the drill. Time passes when the drill says so. Safe for any thread. */
final class DrillClock implements HostClock {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private long monotonicNanos = 1_000_000_000L;
    private long asleepNanos;
    private long setNanos;

    @Override
    public synchronized long nanos() {
        return monotonicNanos;
    }

    @Override
    public synchronized Instant wall() {
        return START.plusNanos(monotonicNanos).plusNanos(asleepNanos).plusNanos(setNanos);
    }

    @Override
    public synchronized Optional<Duration> findUptime() {
        return Optional.of(Duration.ofNanos(monotonicNanos + asleepNanos));
    }

    @Override
    public Optional<String> findBootId() {
        return Optional.of("drill");
    }

    @Override
    public void sleep(Duration span) {
        throw new UnsupportedOperationException("only the drill lets this clock go on");
    }

    /** True time since the start, which no clock of the computer shows when it slept. */
    synchronized long trueNanos() {
        return monotonicNanos + asleepNanos;
    }

    /** Lets all clocks go on until {@code trueNanos}; harmless when that is past. */
    synchronized void goOnUntil(long trueNanos) {
        monotonicNanos = Math.max(monotonicNanos, trueNanos - asleepNanos);
    }

    /** The computer sleeps: the monotonic clock stands still, as on Linux. */
    synchronized void suspend(Duration span) {
        asleepNanos += span.toNanos();
    }

    /** Someone sets the wall clock. */
    synchronized void set(Duration by) {
        setNanos += by.toNanos();
    }
}
