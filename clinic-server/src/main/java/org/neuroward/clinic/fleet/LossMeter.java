package org.neuroward.clinic.fleet;

import java.util.concurrent.TimeUnit;
import org.neuroward.wire.Losses;

/**
 * Whether a bed keeps losing samples: more are missing than at the heartbeat before, twice within seconds. One gap alone, as
 * after a plug was pulled, is no such loss. Not safe for several threads.
 */
final class LossMeter {

    private static final long SHOWN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final int RISING = 2;

    private Losses last = Losses.NONE;
    private int increases;
    private long lostAtNanos;

    boolean losing(Losses now, long nanos) {
        if (nanos - lostAtNanos >= SHOWN_NANOS) {
            increases = 0;
        }
        // Counters begin anew with each recording: what is less than before is a new count.
        if (now.missingSamples() > last.missingSamples() || now.damaged() > last.damaged()) {
            increases++;
            lostAtNanos = nanos;
        }
        last = now;
        return increases >= RISING;
    }
}
