package org.neuroward.agent.device.hostile;

import java.time.Duration;
import java.time.Instant;
import org.neuroward.agent.clock.HostClock;

/** What comes over one connection, and a clock that goes on with every byte of it. */
public final class PlayedBytes implements HostClock {

    private static final long NANOS_A_BYTE = 100_000;

    private final byte[] bytes;
    private int position;
    private long slept;

    PlayedBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Some of the bytes; -1 at the end. */
    public int read(byte[] into, int offset, int length) {
        if (position == bytes.length) {
            return -1;
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, into, offset, count);
        position += count;
        return count;
    }

    int consumed() {
        return position;
    }

    @Override
    public long nanos() {
        return position * NANOS_A_BYTE + slept;
    }

    @Override
    public Instant wall() {
        return Instant.EPOCH.plusNanos(nanos());
    }

    @Override
    public void sleep(Duration span) {
        slept += span.toNanos();
    }
}
