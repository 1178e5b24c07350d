package org.neuroward.evoked;

import org.neuroward.signal.SamplingRate;

/**
 * Which samples around an event make a trial: from the sample nearest to {@code fromSeconds} to the one nearest to
 * {@code toSeconds}, both included, as MNE-Python has it.
 *
 * @param fromSeconds negative before the event
 * @param toSeconds after {@code fromSeconds}
 */
public record TrialSpan(SamplingRate rate, double fromSeconds, double toSeconds) {

    /** Samples of one trial that are agreed to. */
    private static final double MOST_SAMPLES = 1e8;

    public TrialSpan {
        if (!(fromSeconds < toSeconds) || !((toSeconds - fromSeconds) * rate.hertz() < MOST_SAMPLES)) {
            throw new IllegalArgumentException("a trial must end after it begins, and be short: fromSeconds="
                    + fromSeconds + ", toSeconds=" + toSeconds + ", rateHertz=" + rate.hertz());
        }
    }

    /** The span of most evoked potentials: -200 to 800 ms. */
    public static TrialSpan usual(SamplingRate rate) {
        return new TrialSpan(rate, -0.2, 0.8);
    }

    /** The span of the N170 and of the mismatch negativity: -100 to 500 ms. */
    public static TrialSpan early(SamplingRate rate) {
        return new TrialSpan(rate, -0.1, 0.5);
    }

    public int samples() {
        return (int) (Math.round(toSeconds * rate.hertz()) - firstOffset()) + 1;
    }

    /** Time of a sample of the trial, relative to the event. */
    public double secondsAt(double sample) {
        return (firstOffset() + sample) / rate.hertz();
    }

    /** From the event to the trial's first sample; negative before it. */
    int firstOffset() {
        return (int) Math.round(fromSeconds * rate.hertz());
    }

    /** The samples whose times lie within a window, its ends included. */
    Window window(double windowFromSeconds, double windowToSeconds) {
        double slack = 1e-6;
        int first = (int) Math.ceil(windowFromSeconds * rate.hertz() - firstOffset() - slack);
        int last = (int) Math.floor(windowToSeconds * rate.hertz() - firstOffset() + slack);
        if (!(windowFromSeconds <= windowToSeconds) || first < 0 || last >= samples() || first > last) {
            throw new IllegalArgumentException("a window must hold samples of the trial and none beyond it: window "
                    + windowFromSeconds + " to " + windowToSeconds + " s, trial " + secondsAt(0) + " to "
                    + secondsAt(samples() - 1) + " s");
        }
        return new Window(first, last);
    }

    /** @param last included */
    record Window(int first, int last) {

        int samples() {
            return last - first + 1;
        }
    }
}
