package org.neuroward.clinic.ingest;

import java.util.Optional;

/** Makes signals for tests of those who look at them. */
public final class LiveSignals {

    private LiveSignals() {}

    /** A preview of the first stream. */
    public static LiveSignal.Samples samples(long firstSample, int... counts) {
        return new LiveSignal.Samples(Optional.empty(), 0, firstSample, counts, 1_000);
    }
}
