package org.neuroward.agent.clock;

import java.time.Duration;
import java.time.Instant;

final class SystemClock implements HostClock {

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant wall() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration span) throws InterruptedException {
        Thread.sleep(span);
    }
}
