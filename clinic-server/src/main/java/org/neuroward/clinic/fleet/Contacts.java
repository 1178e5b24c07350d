package org.neuroward.clinic.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuroward.wire.Impedance;

/**
 * What an agent measured last at each electrode of the patient who is at its bed now. In memory only: the recording keeps its
 * own. Safe for any thread.
 */
public final class Contacts {

    /** More electrodes than any cap has; what comes beyond is not kept. */
    private static final int MOST_ELECTRODES = 600;

    private final Map<String, Measured> newest = new LinkedHashMap<>();
    private boolean measuring;

    private record Measured(Impedance impedance, long atNanos) {}

    /** @param age how long ago it was measured */
    public record Reading(Impedance impedance, Duration age) {}

    public synchronized void take(List<Impedance> measured) {
        long now = System.nanoTime();
        for (Impedance one : measured) {
            if (newest.size() < MOST_ELECTRODES || newest.containsKey(one.channel())) {
                newest.put(one.channel(), new Measured(one, now));
            }
        }
    }

    public synchronized List<Reading> readings() {
        long now = System.nanoTime();
        var readings = new ArrayList<Reading>();
        newest.values()
                .forEach(one -> readings.add(new Reading(one.impedance(), Duration.ofNanos(now - one.atNanos()))));
        return readings;
    }

    /** Whether the agent was asked to measure and did not refuse. */
    public synchronized boolean measuring() {
        return measuring;
    }

    public synchronized void measuring(boolean on) {
        measuring = on;
    }

    /** Another patient comes: nothing of the last one may be taken for this one's. */
    public synchronized void clear() {
        newest.clear();
        measuring = false;
    }
}
