package org.neuroward.agent;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.agent.clock.HostClock;
import org.neuroward.wire.Impedance;

/** The newest impedance of each electrode, and when they are to be written down again. Belongs to one thread. */
final class Contacts {

    private static final Duration WRITING_INTERVAL = Duration.ofSeconds(1);

    private final HostClock clock;
    private final Map<String, Impedance> newest = new LinkedHashMap<>();
    private boolean changed;
    private long writtenNanos;

    Contacts(HostClock clock) {
        this.clock = clock;
        this.writtenNanos = clock.nanos() - WRITING_INTERVAL.toNanos();
    }

    void measured(List<Impedance> values) {
        for (Impedance value : values) {
            changed |= !value.equals(newest.put(value.channel(), value));
        }
    }

    /** All of them, in the order in which their electrodes were first measured. */
    List<Impedance> all() {
        return List.copyOf(newest.values());
    }

    /** All of them, when there is something new and nothing was written within the last second. */
    Optional<List<Impedance>> findDue() {
        return clock.nanos() - writtenNanos >= WRITING_INTERVAL.toNanos() ? findUnwritten() : Optional.empty();
    }

    /** All of them, when there is something that was not written. */
    Optional<List<Impedance>> findUnwritten() {
        if (!changed) {
            return Optional.empty();
        }
        changed = false;
        writtenNanos = clock.nanos();
        return Optional.of(all());
    }

    /** A new recording: it is to hold them from its beginning. */
    void unwrite() {
        changed = !newest.isEmpty();
    }
}
