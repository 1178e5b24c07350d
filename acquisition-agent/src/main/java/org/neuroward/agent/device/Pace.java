package org.neuroward.agent.device;

import java.time.Duration;
import org.neuroward.agent.clock.HostClock;

/**
 * How fast something that stands in for a device lets its time pass. A source that fell behind is not held up until it has
 * caught up.
 */
public final class Pace {

    private final HostClock clock;
    private final double speed;

    /** @param speed seconds of signal to a second of time */
    public Pace(HostClock clock, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be positive: " + speed);
        }
        this.clock = clock;
        this.speed = speed;
    }

    public double speed() {
        return speed;
    }

    /** Real time, or this pace if that is slower: what is looked at while a cap is fitted should not race. */
    public Pace forPreview() {
        return new Pace(clock, Math.min(1, speed));
    }

    public Runner startNow() {
        return new Runner(clock.nanos());
    }

    /** One run from its first sample on. */
    public final class Runner {

        private final long startNanos;

        private Runner(long startNanos) {
            this.startNanos = startNanos;
        }

        /** Waits until {@code signalNanos} of signal have had time to pass. */
        public void awaitSignal(long signalNanos) throws InterruptedException {
            long due = startNanos + (long) (signalNanos / speed);
            long left = due - clock.nanos();
            if (left > 0) {
                clock.sleep(Duration.ofNanos(left));
            }
        }
    }
}
