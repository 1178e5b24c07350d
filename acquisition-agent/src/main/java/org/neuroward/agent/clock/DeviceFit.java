package org.neuroward.agent.clock;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.neuroward.wire.DeviceClock;

/**
 * How fast a device really samples, by the agent's monotonic clock.
 *
 * <p>What arrives is late by a delay that is never negative and mostly small, so the truth lies on the lower envelope: of every
 * ten seconds the least late block is kept, and a straight line is laid through the last ten minutes of them with the median
 * of all slopes (Theil 1950, Sen 1968), which a few late blocks do not move. A source that is looked at on an exact grid of the
 * computer's own clock hides what is below one of its blocks in ten minutes: nothing in its arrival times tells it. Belongs to
 * one thread.
 */
public final class DeviceFit {

    /** Beyond this the rate is not the one that was said, or samples are lost unseen. */
    public static final double ALARM_PPM = 500;

    private static final long BIN_NANOS = 10_000_000_000L;
    private static final int MOST_BINS = 60;
    private static final int FEWEST_BINS = 6;

    /** Standard deviation of a normal distribution over its median absolute deviation. */
    private static final double PER_MEDIAN_DEVIATION = 1.4826;

    private static final double STANDARD_ERRORS = 3;

    /** A host clock is not read finer. */
    private static final double FINEST_SECONDS = 1e-6;

    private final double nominalHertz;
    private final Deque<Point> bins = new ArrayDeque<>();
    private Optional<DeviceClock> estimate = Optional.empty();
    private boolean begun;
    private long startNanos;
    private long startSample;
    private long bin;
    private Point least;

    /** @param seconds of signal at the nominal rate, since the start @param lateSeconds how much later than that it came */
    private record Point(double seconds, double lateSeconds) {}

    public DeviceFit(double nominalHertz) {
        if (!(nominalHertz > 0)) {
            throw new IllegalArgumentException("a rate is positive: " + nominalHertz);
        }
        this.nominalHertz = nominalHertz;
    }

    /**
     * Notes a block.
     *
     * @param endSample index after its last sample, lost samples counted in
     * @param hostNanos when it came
     */
    public void add(long endSample, long hostNanos) {
        if (!begun) {
            begun = true;
            startNanos = hostNanos;
            startSample = endSample;
        }
        long binNow = (hostNanos - startNanos) / BIN_NANOS;
        if (binNow != bin) {
            closeBin();
            bin = binNow;
        }
        double seconds = (endSample - startSample) / nominalHertz;
        double late = (hostNanos - startNanos) / 1e9 - seconds;
        if (least == null || late < least.lateSeconds) {
            least = new Point(seconds, late);
        }
    }

    private void closeBin() {
        if (least != null) {
            bins.addLast(least);
            least = null;
            if (bins.size() > MOST_BINS) {
                bins.removeFirst();
            }
            estimate = fit(List.copyOf(bins));
        }
    }

    /** Begins anew after a loss whose length is not known: what came before tells nothing about what comes. */
    public void restart() {
        bins.clear();
        estimate = Optional.empty();
        least = null;
        begun = false;
        bin = 0;
    }

    /** Empty in the first minute. */
    public Optional<DeviceClock> estimate() {
        return estimate;
    }

    /** True when the estimate is surely further than {@link #ALARM_PPM} from the nominal rate. */
    public boolean alarming() {
        return estimate.isPresent()
                && Math.abs(estimate.get().effectiveHertz() / nominalHertz - 1) * 1e6
                                - estimate.get().uncertaintyPpm()
                        > ALARM_PPM;
    }

    private Optional<DeviceClock> fit(List<Point> points) {
        if (points.size() < FEWEST_BINS) {
            return Optional.empty();
        }
        double slope = median(slopes(points));
        double[] offsets = points.stream()
                .mapToDouble(point -> point.lateSeconds - slope * point.seconds)
                .toArray();
        double middle = median(offsets);
        double[] deviations =
                Arrays.stream(offsets).map(offset -> Math.abs(offset - middle)).toArray();
        double spread = Math.max(FINEST_SECONDS, PER_MEDIAN_DEVIATION * median(deviations));
        double span = points.getLast().seconds - points.getFirst().seconds;
        // The error of a slope through evenly spaced points; few of them tell their own spread badly.
        double error = spread * Math.sqrt(12.0 / points.size()) / span;
        double doubt = STANDARD_ERRORS * (1 + 24.0 / (points.size() - 2)) * error;
        return Optional.of(new DeviceClock(nominalHertz / (1 + slope), doubt * 1e6));
    }

    private static double[] slopes(List<Point> points) {
        double[] slopes = new double[points.size() * (points.size() - 1) / 2];
        int filled = 0;
        for (int later = 1; later < points.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                double seconds = points.get(later).seconds - points.get(earlier).seconds;
                double late = points.get(later).lateSeconds - points.get(earlier).lateSeconds;
                slopes[filled++] = seconds > 0 ? late / seconds : 0;
            }
        }
        return slopes;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
