package org.neuroward.wire;

/**
 * When a frame was taken, by two clocks that are never mixed.
 *
 * @param deviceNanos the device's clock, from the start of the recording
 * @param hostNanos the agent's monotonic clock; comparable within one run of the agent only
 */
public record FrameTime(long deviceNanos, long hostNanos) {}
