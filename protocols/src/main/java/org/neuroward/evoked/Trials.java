package org.neuroward.evoked;

import java.util.Optional;

/** What one channel recorded around each event, in µV; immutable. */
public final class Trials {

    private final TrialSpan span;
    private final double[][] microvolts;

    private Trials(TrialSpan span, double[][] microvolts) {
        this.span = span;
        this.microvolts = microvolts;
    }

    /**
     * @param microvolts one channel
     * @param eventSamples positions of the events in {@code microvolts}; may be none
     * @throws IllegalArgumentException when a trial does not lie within the signal; {@link TrialSelection} finds those that do
     */
    public static Trials cut(double[] microvolts, int[] eventSamples, TrialSpan span) {
        double[][] trials = new double[eventSamples.length][];
        for (int t = 0; t < trials.length; t++) {
            long first = (long) eventSamples[t] + span.firstOffset();
            if (first < 0 || first + span.samples() > microvolts.length) {
                throw new IllegalArgumentException("a trial must lie within the signal: event at sample "
                        + eventSamples[t] + ", trial " + span.fromSeconds() + " to " + span.toSeconds() + " s, samples="
                        + microvolts.length);
            }
            trials[t] = java.util.Arrays.copyOfRange(microvolts, (int) first, (int) first + span.samples());
        }
        return new Trials(span, trials);
    }

    /** Each trial without its mean over a window before the event, whose ends are included. */
    public Trials minusBaseline(double fromSeconds, double toSeconds) {
        TrialSpan.Window window = span.window(fromSeconds, toSeconds);
        double[][] corrected = new double[microvolts.length][];
        for (int t = 0; t < corrected.length; t++) {
            double mean = mean(microvolts[t], window);
            corrected[t] = new double[microvolts[t].length];
            for (int n = 0; n < corrected[t].length; n++) {
                corrected[t][n] = microvolts[t][n] - mean;
            }
        }
        return new Trials(span, corrected);
    }

    /** The same with the whole time before the event, and the event's own sample, as the baseline. */
    public Trials minusBaseline() {
        return minusBaseline(span.secondsAt(0), 0);
    }

    public TrialSpan span() {
        return span;
    }

    public int count() {
        return microvolts.length;
    }

    /** Copy of one trial. */
    public double[] microvolts(int trial) {
        return microvolts[trial].clone();
    }

    /** The mean over trials; empty when there are none. */
    public Optional<EvokedWave> average() {
        int[] all = new int[microvolts.length];
        for (int t = 0; t < all.length; t++) {
            all[t] = t;
        }
        return all.length == 0 ? Optional.empty() : Optional.of(average(all));
    }

    /** @param chosen trials, each as often as it is named; at least one */
    EvokedWave average(int[] chosen) {
        double[] mean = new double[span.samples()];
        for (int trial : chosen) {
            double[] one = microvolts[trial];
            for (int n = 0; n < mean.length; n++) {
                mean[n] += one[n];
            }
        }
        for (int n = 0; n < mean.length; n++) {
            mean[n] /= chosen.length;
        }
        return new EvokedWave(span, mean, chosen.length);
    }

    /** Mean of each trial over a window. */
    double[] meansOver(double fromSeconds, double toSeconds) {
        TrialSpan.Window window = span.window(fromSeconds, toSeconds);
        double[] means = new double[microvolts.length];
        for (int t = 0; t < means.length; t++) {
            means[t] = mean(microvolts[t], window);
        }
        return means;
    }

    /** Not a copy. */
    double[] live(int trial) {
        return microvolts[trial];
    }

    static double mean(double[] values, TrialSpan.Window window) {
        double sum = 0;
        for (int n = window.first(); n <= window.last(); n++) {
            sum += values[n];
        }
        return sum / window.samples();
    }
}
