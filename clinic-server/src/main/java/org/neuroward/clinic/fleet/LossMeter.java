package org.neuroward.clinic.fleet;

import java.util.concurrent.TimeUnit;
import org.neuroward.wire.Losses;

/** Whether a bed loses samples now: more are missing than a moment ago. Not safe for several threads. */
final class LossMeter {

    private static final long SHOWN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private Losses last = Losses.NONE;
    private boolean losing;
    private long lostAtNanos;

    boolean losing(Losses now, long nanos) {
        // Counters begin anew with each recording: what is less than before is a new count.
        if (now.missingSamples() > last.missingSamples() || now.damaged() > last.damaged()) {
            losing = true;
            lostAtNanos = nanos;
        }
        last = now;
        losing = losing && nanos - lostAtNanos < SHOWN_NANOS;
        return losing;
    }
}
