package org.neuroward.agent.device.openbci;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Turns the 8-bit counter of packets into their place in a run.
 *
 * <p>The counter tells a loss modulo 256; how many times 256 are missing is told by time: by the board's stamps when it sends
 * them, else by the host's clock. A packet never comes before it was made, so the earliest arrivals (a lower envelope that may
 * drift by {@value #DRIFT}) say which packet is due now. A packet that is more than half a wrap behind that was either held up
 * on its way, and others will follow faster than they were made, or a whole wrap is missing before it. So such packets wait
 * until they come at their own rate again, and only then get their places. Packets that the counter puts further ahead than
 * time allows are late, repeated or damaged: they are counted and dropped.
 */
final class CounterTrack {

    /**
     * A packet and its place.
     *
     * @param index counted from the run's first packet, lost ones included; even where the counter is
     * @param exact false when only time tells how many are missing before it
     * @param clockMillis the board's clock since the first packet; stands still while stamps are off
     */
    record Placed(long index, boolean exact, long clockMillis, CytonPacket packet) {}

    private record Held(CytonPacket packet, long index, long hostNanos) {}

    private static final int WRAP = 256;
    private static final int HALF = WRAP / 2;

    /** How far ahead of the earliest arrivals a counter may be: a quarter of a second of what the envelope does not know. */
    private static final int EARLY = 64;

    /** Crystals of board and host together. */
    private static final double DRIFT = 200e-6;

    /** Packets that took at least this part of their own time to come were not held up. */
    private static final double OWN_RATE = 0.85;

    private static final int SETTLING = 64;
    private static final int MOST_HELD = 5 * WRAP;

    private final double periodNanos;
    private final Deque<Held> held = new ArrayDeque<>();
    private long last = -1;
    private int lastCounter;
    private long lastNanos;
    private boolean stamped;
    private long lastStamp;
    private long clockMillis;
    private double anchorNanos;
    private boolean restarted;
    private int repeated;
    private int late;

    CounterTrack(double packetsPerSecond) {
        this.periodNanos = 1e9 / packetsPerSecond;
    }

    /** Takes a packet that came at {@code hostNanos}; returns those whose places are known now, in order. */
    List<Placed> take(CytonPacket packet, long hostNanos) {
        if (last < 0 || restarted) {
            return List.of(first(packet, hostNanos));
        }
        var out = new ArrayList<Placed>();
        if (!held.isEmpty() && hostNanos - held.getLast().hostNanos() > SETTLING * periodNanos) {
            settle(out, false);
        }
        int ahead = packet.counter() - counterBefore() & WRAP - 1;
        long byCounter = indexBefore() + ahead;
        double due = (hostNanos - anchorNanos) / periodNanos;
        if (ahead == 0 && due - byCounter < HALF || byCounter > due + EARLY) {
            note(ahead);
        } else if (!held.isEmpty() || due - byCounter > HALF && !isToldByStamp(packet)) {
            hold(new Held(packet, byCounter, hostNanos), out);
        } else {
            long wraps = Math.max(0, Math.round(elapsed(packet, byCounter, due) / WRAP));
            out.add(place(packet, byCounter + wraps * WRAP, hostNanos, true));
        }
        return out;
    }

    /** Where the counter began anew because the board did: time alone tells how much is missing. */
    void restart() {
        held.clear();
        restarted = true;
    }

    /** Those that still waited. */
    List<Placed> finish() {
        var out = new ArrayList<Placed>();
        settle(out, false);
        return out;
    }

    private Placed first(CytonPacket packet, long hostNanos) {
        if (last < 0) {
            // Places keep the counter's parity, since of a Daisy's pair the even one comes first.
            int index = packet.counter() & 1;
            anchorNanos = hostNanos - index * periodNanos;
            return place(packet, index, hostNanos, true);
        }
        restarted = false;
        long due = Math.max(last + 1, Math.round((hostNanos - anchorNanos) / periodNanos));
        long index = due + ((due ^ packet.counter()) & 1);
        anchorNanos = hostNanos - index * periodNanos;
        return place(packet, index, hostNanos, false);
    }

    private long indexBefore() {
        return held.isEmpty() ? last : held.getLast().index();
    }

    private int counterBefore() {
        return held.isEmpty() ? lastCounter : held.getLast().packet().counter();
    }

    private boolean isToldByStamp(CytonPacket packet) {
        return stamped && packet.findClockMillis().isPresent();
    }

    /** Packets that are missing beyond what the counter says. */
    private double elapsed(CytonPacket packet, long byCounter, double due) {
        if (due - byCounter <= HALF || !isToldByStamp(packet)) {
            return 0;
        }
        long millis = packet.findClockMillis().getAsLong() - lastStamp & 0xFFFF_FFFFL;
        // Never more than the host's own time allows: a damaged stamp must not make a gap of days.
        return Math.min(millis * 1e6 / periodNanos - (byCounter - last), due + EARLY - byCounter);
    }

    private void note(int ahead) {
        if (ahead == 0) {
            repeated++;
        } else {
            late++;
        }
    }

    private void hold(Held packet, List<Placed> out) {
        held.add(packet);
        if (held.size() >= MOST_HELD) {
            settle(out, false);
        } else if (held.size() > SETTLING && comeAtTheirOwnRate()) {
            settle(out, true);
        }
    }

    private boolean comeAtTheirOwnRate() {
        Held newest = held.getLast();
        Held before =
                held.stream().skip(held.size() - 1L - SETTLING).findFirst().orElseThrow();
        double took = newest.hostNanos() - before.hostNanos();
        return took >= OWN_RATE * (newest.index() - before.index()) * periodNanos;
    }

    private void settle(List<Placed> out, boolean sure) {
        if (held.isEmpty()) {
            return;
        }
        double behind = Double.MAX_VALUE;
        for (Held packet : held) {
            behind = Math.min(behind, (packet.hostNanos() - anchorNanos) / periodNanos - packet.index());
        }
        double wraps = Math.max(0, behind / WRAP);
        long whole = Math.round(wraps);
        boolean exact = whole == 0 || sure && Math.abs(wraps - whole) <= 0.25;
        for (Held packet : held) {
            out.add(place(packet.packet(), packet.index() + whole * WRAP, packet.hostNanos(), exact));
        }
        held.clear();
    }

    private Placed place(CytonPacket packet, long index, long hostNanos, boolean exact) {
        double allowed = anchorNanos + DRIFT * Math.max(0, hostNanos - lastNanos);
        anchorNanos = last < 0 ? anchorNanos : Math.min(allowed, hostNanos - index * periodNanos);
        last = index;
        lastCounter = packet.counter();
        lastNanos = hostNanos;
        keepStamp(packet);
        return new Placed(index, exact, clockMillis, packet);
    }

    private void keepStamp(CytonPacket packet) {
        boolean was = stamped;
        stamped = packet.findClockMillis().isPresent();
        long stamp = packet.findClockMillis().orElse(0);
        // As a signed number of 32 bits: the board's clock wraps after 49 days, and may be set back.
        clockMillis += was && stamped ? (int) (stamp - lastStamp) : 0;
        lastStamp = stamp;
    }

    /** Packets that came twice, since this was last asked. */
    int takeRepeated() {
        int was = repeated;
        repeated = 0;
        return was;
    }

    /** Packets that came after later ones, or whose counter was damaged, since this was last asked. */
    int takeLate() {
        int was = late;
        late = 0;
        return was;
    }
}
