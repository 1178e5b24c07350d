package org.neuroward.evoked;

import java.util.Arrays;

/**
 * Which events give a trial that may be used. A trial is refused when it leaves the signal, reaches over a break in it, holds a
 * sample that is flagged or not a number, or when one of the channels spans more than the allowed amplitude. Immutable.
 */
public final class TrialSelection {

    private final TrialSpan span;
    private final double mostPeakToPeakMicrovolts;
    private final boolean[] flagged;
    private final int[] breaks;

    private TrialSelection(TrialSpan span, double mostPeakToPeakMicrovolts, boolean[] flagged, int[] breaks) {
        this.span = span;
        this.mostPeakToPeakMicrovolts = mostPeakToPeakMicrovolts;
        this.flagged = flagged;
        this.breaks = breaks;
    }

    /** Asks only that the trial lie within the signal and hold numbers. */
    public static TrialSelection of(TrialSpan span) {
        return new TrialSelection(span, Double.POSITIVE_INFINITY, new boolean[0], new int[0]);
    }

    /** Between the highest and the lowest sample of a channel in the trial; 100 µV is usual for adults. */
    public TrialSelection upToPeakToPeak(double microvolts) {
        if (!(microvolts > 0)) {
            throw new IllegalArgumentException("the allowed amplitude must be positive: microvolts=" + microvolts);
        }
        return new TrialSelection(span, microvolts, flagged, breaks);
    }

    /** @param flags for each sample of the signal whether an artifact lies on it */
    public TrialSelection withoutFlagged(boolean[] flags) {
        return new TrialSelection(span, mostPeakToPeakMicrovolts, flags.clone(), breaks);
    }

    /** @param firstSamples in ascending order where the signal goes on after something that was not recorded */
    public TrialSelection withoutBreaks(int[] firstSamples) {
        return new TrialSelection(span, mostPeakToPeakMicrovolts, flagged, firstSamples.clone());
    }

    /**
     * The events, in their order, whose trials may be used.
     *
     * @param microvolts {@code [channel][sample]}, those channels that must be clean; all of the same length
     */
    public int[] accepted(double[][] microvolts, int[] eventSamples) {
        return Arrays.stream(eventSamples)
                .filter(event -> isAccepted(microvolts, event))
                .toArray();
    }

    private boolean isAccepted(double[][] microvolts, int event) {
        long first = (long) event + span.firstOffset();
        long end = first + span.samples();
        if (first < 0 || microvolts.length == 0 || end > microvolts[0].length) {
            return false;
        }
        for (int b : breaks) {
            if (b > first && b < end) {
                return false;
            }
        }
        for (int n = (int) first; n < end; n++) {
            if (n < flagged.length && flagged[n]) {
                return false;
            }
        }
        for (double[] channel : microvolts) {
            if (!isWithinLimit(channel, (int) first, (int) end)) {
                return false;
            }
        }
        return true;
    }

    private boolean isWithinLimit(double[] channel, int first, int end) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int n = first; n < end; n++) {
            if (!(Math.abs(channel[n]) < Double.POSITIVE_INFINITY)) {
                return false;
            }
            low = Math.min(low, channel[n]);
            high = Math.max(high, channel[n]);
        }
        return high - low <= mostPeakToPeakMicrovolts;
    }
}
