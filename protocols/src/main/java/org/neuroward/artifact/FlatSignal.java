package org.neuroward.artifact;

import org.neuroward.signal.SamplingRate;

/** Signals that no brain makes: standing still, or held at the end of the converter's range. */
final class FlatSignal {

    /** Standard deviation over one second below which a channel is flat. */
    static final double MICROVOLTS_RMS = 0.5;

    private static final double STILL_SECONDS = 0.1;
    private static final int CLIPPED_SAMPLES = 3;

    private FlatSignal() {}

    /** Whether the same value is held for 100 ms or longer. */
    static boolean standsStill(double[] microvolts, SamplingRate rate) {
        int limit = Math.max(2, (int) Math.ceil(STILL_SECONDS * rate.hertz()));
        int same = 1;
        for (int i = 1; i < microvolts.length; i++) {
            same = microvolts[i] == microvolts[i - 1] ? same + 1 : 1;
            if (same >= limit) {
                return true;
            }
        }
        return false;
    }

    /** Whether at least three samples in a row lie at one end of the range. */
    static boolean isClipped(double[] microvolts, double lowest, double highest) {
        int atEnd = 0;
        for (double x : microvolts) {
            atEnd = x <= lowest || x >= highest ? atEnd + 1 : 0;
            if (atEnd >= CLIPPED_SAMPLES) {
                return true;
            }
        }
        return false;
    }
}
