package org.neuroward.agent.uplink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt to connect: 0.1 s, doubled each time up to 2 s, of which a random part is taken.
 * Where a person has to see to something first it is doubled up to 30 s.
 */
final class Backoff {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration LONGEST_FOR_A_PERSON = Duration.ofSeconds(30);

    private final RandomGenerator random;
    private Duration next = SHORTEST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Between half of the current step and all of it, so that agents of one ward do not dial at the same instant. */
    Duration next(boolean forAPerson) {
        Duration longest = forAPerson ? LONGEST_FOR_A_PERSON : LONGEST;
        Duration step = next.compareTo(longest) < 0 ? next : longest;
        Duration doubled = step.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofNanos((long) (step.toNanos() * (0.5 + random.nextDouble() / 2)));
    }

    void reset() {
        next = SHORTEST;
    }
}
