package org.neuroward.drill.disk;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for something that other threads bring about, for a minute at most. */
final class Waiting {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final long LOOK_NANOS = 5_000_000;

    interface Condition {
        boolean holds() throws IOException;
    }

    private Waiting() {}

    static void until(String what, Condition condition) throws IOException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("still waiting after a minute: " + what);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
