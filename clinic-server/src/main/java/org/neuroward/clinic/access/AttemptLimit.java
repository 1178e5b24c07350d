package org.neuroward.clinic.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Slows guessing: so many failed sign-ins a minute for one name, and so many from one address. */
@ApplicationScoped
class AttemptLimit {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int FAILURES_PER_NAME = 5;
    private static final int FAILURES_PER_ADDRESS = 20;
    /** Keeps the table small under a flood of invented names; beyond it the oldest are forgotten first by time. */
    private static final int MOST_KEYS = 10_000;

    private final Map<String, Deque<Instant>> failures = new HashMap<>();
    private final Clock clock;

    AttemptLimit() {
        this(Clock.systemUTC());
    }

    AttemptLimit(Clock clock) {
        this.clock = clock;
    }

    /** How long this person has to wait before the next attempt; empty when they need not. */
    synchronized Optional<Duration> waitFor(String username, String address) {
        Instant now = clock.instant();
        Optional<Duration> byName = wait(nameKey(username), FAILURES_PER_NAME, now);
        return byName.isPresent() ? byName : wait(addressKey(address), FAILURES_PER_ADDRESS, now);
    }

    synchronized void failed(String username, String address) {
        Instant now = clock.instant();
        if (failures.size() >= MOST_KEYS) {
            failures.values().removeIf(times -> times.getLast().plus(WINDOW).isBefore(now));
        }
        failures.computeIfAbsent(nameKey(username), key -> new ArrayDeque<>()).addLast(now);
        failures.computeIfAbsent(addressKey(address), key -> new ArrayDeque<>()).addLast(now);
    }

    synchronized void succeeded(String username) {
        failures.remove(nameKey(username));
    }

    private Optional<Duration> wait(String key, int most, Instant now) {
        Deque<Instant> times = failures.get(key);
        if (times == null) {
            return Optional.empty();
        }
        while (!times.isEmpty() && times.getFirst().plus(WINDOW).isBefore(now)) {
            times.removeFirst();
        }
        if (times.isEmpty()) {
            failures.remove(key);
        }
        return times.size() < most
                ? Optional.empty()
                : Optional.of(
                        Duration.between(now, times.getFirst().plus(WINDOW)).plusSeconds(1));
    }

    private static String nameKey(String username) {
        return "name " + username.toLowerCase(Locale.ROOT);
    }

    private static String addressKey(String address) {
        return "address " + address;
    }
}
