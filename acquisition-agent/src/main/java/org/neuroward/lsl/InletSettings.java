package org.neuroward.lsl;

import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * How an inlet reads.
 *
 * @param order in which numbers are asked for
 * @param oldProtocol asks for the archives of protocol 1.00
 * @param clock nanoseconds; times of this side are read from it
 */
public record InletSettings(NetworkSettings network, ByteOrder order, boolean oldProtocol, LongSupplier clock) {

    static final Duration BUFFER = Duration.ofMinutes(10);

    public InletSettings {
        Objects.requireNonNull(network);
        Objects.requireNonNull(order);
        Objects.requireNonNull(clock);
    }

    public static InletSettings of(NetworkSettings network) {
        return new InletSettings(network, ByteOrder.LITTLE_ENDIAN, false, System::nanoTime);
    }

    /** How many samples the outlet shall keep for us while we cannot take them; liblsl keeps six minutes at most. */
    static int bufferSamples(StreamKind kind) {
        double hertz = kind.isRegular() ? kind.nominalHertz() : 100;
        return Math.clamp((long) Math.ceil(hertz * BUFFER.toSeconds()), 1, 999_999_999);
    }
}
