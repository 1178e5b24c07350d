package org.neuroward.signal;

import java.time.Duration;

/** Nominal number of samples per second of one channel. */
public record SamplingRate(double hertz) {

    public SamplingRate {
        if (!(hertz > 0) || Double.isInfinite(hertz)) {
            throw new IllegalArgumentException("sampling rate must be a positive number of hertz: " + hertz);
        }
    }

    /** Number of whole samples nearest to {@code span}. */
    public long samplesIn(Duration span) {
        return Math.round(seconds(span) * hertz);
    }

    /** Time from the start of a recording to sample {@code sampleIndex}, to the nearest nanosecond. */
    public Duration timeOf(long sampleIndex) {
        double seconds = sampleIndex / hertz;
        long whole = (long) Math.floor(seconds);
        return Duration.ofSeconds(whole, Math.round((seconds - whole) * 1e9));
    }

    private static double seconds(Duration span) {
        return span.getSeconds() + span.getNano() / 1e9;
    }
}
