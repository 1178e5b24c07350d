package org.neuroward.agent.device.line;

/**
 * When samples come: the earliest of recent arrivals tell which sample the device must be at. Every delay only makes an
 * arrival later, so the smallest difference between arrival and sample time is the truest.
 */
public final class ArrivalTimes {

    private static final long WINDOW_NANOS = 15_000_000_000L;

    private final double hertz;
    private boolean any;
    private long windowStart;
    private double before = Double.POSITIVE_INFINITY;
    private double now = Double.POSITIVE_INFINITY;

    public ArrivalTimes(double hertz) {
        this.hertz = hertz;
    }

    /** All samples before {@code endSample} have come. */
    public void arrived(long endSample, long nanos) {
        if (!any || nanos - windowStart > WINDOW_NANOS) {
            before = any ? now : Double.POSITIVE_INFINITY;
            now = Double.POSITIVE_INFINITY;
            windowStart = nanos;
            any = true;
        }
        now = Math.min(now, nanos - endSample / hertz * 1e9);
    }

    /** How many samples the device must have made since sample 0, by the host's clock. */
    public long expected(long nanos) {
        return any ? Math.round((nanos - Math.min(before, now)) / 1e9 * hertz) : 0;
    }
}
