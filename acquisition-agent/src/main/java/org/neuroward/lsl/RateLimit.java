package org.neuroward.lsl;

import java.util.function.LongSupplier;

/** So many a second, and as many at once. Belongs to one thread. */
final class RateLimit {

    private static final double NANOS_PER_SECOND = 1e9;

    private final int perSecond;
    private final LongSupplier nanoClock;
    private double left;
    private long lookedNanos;

    RateLimit(int perSecond, LongSupplier nanoClock) {
        this.perSecond = perSecond;
        this.nanoClock = nanoClock;
        this.left = perSecond;
        this.lookedNanos = nanoClock.getAsLong();
    }

    boolean tryTake() {
        long now = nanoClock.getAsLong();
        left = Math.min(perSecond, left + (now - lookedNanos) / NANOS_PER_SECOND * perSecond);
        lookedNanos = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
