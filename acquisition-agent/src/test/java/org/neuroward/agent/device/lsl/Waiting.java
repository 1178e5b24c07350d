package org.neuroward.agent.device.lsl;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits of tests, all of them bounded. */
final class Waiting {

    private Waiting() {}

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        var never = new CountDownLatch(1);
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end || never.await(5, TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("not in time: " + what);
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
