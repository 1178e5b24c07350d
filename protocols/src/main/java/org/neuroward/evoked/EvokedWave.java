package org.neuroward.evoked;

import java.util.Optional;
import java.util.OptionalDouble;

/** The mean over trials of one channel, or a difference of two such means, in µV; immutable. */
public final class EvokedWave {

    private final TrialSpan span;
    private final double[] microvolts;
    private final int trials;

    /** @param microvolts kept */
    EvokedWave(TrialSpan span, double[] microvolts, int trials) {
        this.span = span;
        this.microvolts = microvolts;
        this.trials = trials;
    }

    /** @param microvolts one value for each sample of {@code span}; copied */
    public static EvokedWave of(TrialSpan span, double[] microvolts, int trials) {
        if (microvolts.length != span.samples() || trials < 1) {
            throw new IllegalArgumentException("a wave has as many values as its span, of at least one trial: values="
                    + microvolts.length + ", samples=" + span.samples() + ", trials=" + trials);
        }
        return new EvokedWave(span, microvolts.clone(), trials);
    }

    public TrialSpan span() {
        return span;
    }

    /** Number of trials; of a difference, the smaller of the two. */
    public int trials() {
        return trials;
    }

    public double[] microvolts() {
        return microvolts.clone();
    }

    /** Difference wave, for example deviant minus standard. */
    public EvokedWave minus(EvokedWave other) {
        if (!span.equals(other.span)) {
            throw new IllegalArgumentException(
                    "waves must have the same span to be subtracted: " + span + ", " + other.span);
        }
        double[] difference = new double[microvolts.length];
        for (int n = 0; n < difference.length; n++) {
            difference[n] = microvolts[n] - other.microvolts[n];
        }
        return new EvokedWave(span, difference, Math.min(trials, other.trials));
    }

    /** Mean amplitude in µV over a window, its ends included; empty when a value in it is not a number. */
    public OptionalDouble meanMicrovolts(double fromSeconds, double toSeconds) {
        double mean = Trials.mean(microvolts, span.window(fromSeconds, toSeconds));
        return Math.abs(mean) < Double.POSITIVE_INFINITY ? OptionalDouble.of(mean) : OptionalDouble.empty();
    }

    /**
     * When the area of one polarity within a window reaches a fraction of itself (Luck 2014, An Introduction to the Event-Related
     * Potential Technique, chapter 9): 0.5 for the median latency of a component. What has the other polarity counts as 0;
     * trapezoids between samples, the moment interpolated between two of them.
     *
     * @param fraction above 0 and below 1
     * @return seconds from the event; empty when the wave has no such area in the window
     */
    public OptionalDouble fractionalAreaLatencySeconds(
            double fromSeconds, double toSeconds, double fraction, Polarity polarity) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException("the fraction of an area lies between 0 and 1: fraction=" + fraction);
        }
        TrialSpan.Window window = span.window(fromSeconds, toSeconds);
        double[] area = new double[window.samples()];
        for (int i = 1; i < area.length; i++) {
            double before = Math.max(0, polarity.sign() * microvolts[window.first() + i - 1]);
            double here = Math.max(0, polarity.sign() * microvolts[window.first() + i]);
            area[i] = area[i - 1] + (before + here) / 2;
        }
        double wanted = fraction * area[area.length - 1];
        if (!(wanted > 0 && wanted < Double.POSITIVE_INFINITY)) {
            return OptionalDouble.empty();
        }
        int at = 1;
        while (area[at] < wanted) {
            at++;
        }
        double part = (wanted - area[at - 1]) / (area[at] - area[at - 1]);
        return OptionalDouble.of(span.secondsAt(window.first() + at - 1 + part));
    }

    /**
     * The highest local peak of a polarity within a window: a sample beyond both neighbours and beyond the means of the
     * {@code neighbours} samples on either side (Luck 2014). The edge of a rising slope is none. Neighbours may lie outside the
     * window, not outside the trial.
     *
     * @param neighbours at least one
     */
    public Optional<WavePeak> findPeak(double fromSeconds, double toSeconds, Polarity polarity, int neighbours) {
        if (neighbours < 1) {
            throw new IllegalArgumentException("a local peak needs a neighbour on either side: " + neighbours);
        }
        TrialSpan.Window window = span.window(fromSeconds, toSeconds);
        int best = -1;
        for (int n = window.first(); n <= window.last(); n++) {
            boolean higher = best < 0 || polarity.sign() * (microvolts[n] - microvolts[best]) > 0;
            if (higher && isLocalPeak(n, polarity.sign(), neighbours)) {
                best = n;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(new WavePeak(span.secondsAt(best), microvolts[best]));
    }

    private boolean isLocalPeak(int n, double sign, int neighbours) {
        if (n - neighbours < 0 || n + neighbours >= microvolts.length) {
            return false;
        }
        double before = Trials.mean(microvolts, new TrialSpan.Window(n - neighbours, n - 1));
        double after = Trials.mean(microvolts, new TrialSpan.Window(n + 1, n + neighbours));
        double here = sign * microvolts[n];
        return here > sign * microvolts[n - 1]
                && here >= sign * microvolts[n + 1]
                && here > sign * before
                && here > sign * after;
    }
}
