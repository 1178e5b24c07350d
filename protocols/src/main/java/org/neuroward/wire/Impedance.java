package org.neuroward.wire;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What was measured of one electrode.
 *
 * @param channel label of the channel in the recording's list
 * @param ohms magnitude at the method's frequency; empty when {@code state} is {@code UNKNOWN}, or over the method's range
 * @param method how it was measured, for example {@code 6 nA, 31.2 Hz}
 */
public record Impedance(String channel, OptionalDouble ohms, State state, String method) {

    /** How far the measurement can be believed; whether the value is good depends on the electrode's kind. */
    public enum State {
        /** Measured. */
        OK,
        /** Higher than the method can measure: most likely no contact. */
        OVER,
        /** So low that two electrodes are likely joined by gel or sweat. */
        BRIDGE,
        /** Could not be measured. */
        UNKNOWN
    }

    public Impedance {
        Objects.requireNonNull(channel);
        Objects.requireNonNull(state);
        Objects.requireNonNull(method);
        if (ohms.isPresent() && !(ohms.getAsDouble() >= 0 && Double.isFinite(ohms.getAsDouble()))) {
            throw new IllegalArgumentException("an impedance must be 0 or more ohms: " + ohms.getAsDouble());
        }
        if (state == State.OK && ohms.isEmpty()) {
            throw new IllegalArgumentException("a measured impedance has a value: channel=" + channel);
        }
    }
}
