package org.neuroward.wire;

import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Mints time-ordered ids, UUID version 7 of RFC 9562: 48 bits of Unix milliseconds, then 74 random bits. */
public final class RecordingIds {

    private final InstantSource clock;
    private final RandomGenerator random;

    public RecordingIds(InstantSource clock, RandomGenerator random) {
        this.clock = Objects.requireNonNull(clock);
        this.random = Objects.requireNonNull(random);
    }

    public UUID next() {
        long version = 0x7000L | (random.nextLong() & 0xFFFL);
        long variant = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
        return new UUID(clock.millis() << 16 | version, variant);
    }
}
