package org.neuroward.wire;

/**
 * The device's sampling clock against the agent's monotonic clock.
 *
 * @param effectiveHertz samples of stream 0 to a second of the monotonic clock
 * @param uncertaintyPpm of that rate, in parts per million
 */
public record DeviceClock(double effectiveHertz, double uncertaintyPpm) {

    public DeviceClock {
        if (!(effectiveHertz > 0 && Double.isFinite(effectiveHertz))) {
            throw new IllegalArgumentException("an effective rate must be positive: " + effectiveHertz);
        }
        if (!(uncertaintyPpm >= 0 && Double.isFinite(uncertaintyPpm))) {
            throw new IllegalArgumentException("an uncertainty must be 0 or more: " + uncertaintyPpm);
        }
    }

    /** How much faster than {@code nominalHertz} the device runs, in parts per million. */
    public double driftPpm(double nominalHertz) {
        return (effectiveHertz / nominalHertz - 1) * 1e6;
    }
}
