package org.neuroward.evoked;

/** Mean power of trials in µV² over time and frequency; NaN where it cannot be known. Immutable. */
public final class EventPower {

    /** The usual baseline of event-related changes of power. */
    public static final double BASELINE_FROM_SECONDS = -0.4;

    public static final double BASELINE_TO_SECONDS = -0.1;

    private final TrialSpan span;
    private final double[] hertz;
    private final double[][] power;

    /** @param power of [frequency][sample]; kept */
    EventPower(TrialSpan span, double[] hertz, double[][] power) {
        this.span = span;
        this.hertz = hertz;
        this.power = power;
    }

    public TrialSpan span() {
        return span;
    }

    public int frequencies() {
        return hertz.length;
    }

    public double hertz(int frequency) {
        return hertz[frequency];
    }

    /** µV² of that sample of the span; NaN near the ends of the trial, and when there were no trials. */
    public double microvoltsSquared(int frequency, int sample) {
        return power[frequency][sample];
    }

    /**
     * Event-related spectral perturbation (Makeig 1993): {@code 10 log10(power / mean power of the baseline)} in dB, of
     * [frequency][sample].
     *
     * @return NaN where power or baseline is not known or zero
     */
    public double[][] decibels(double baselineFromSeconds, double baselineToSeconds) {
        return relative(baselineFromSeconds, baselineToSeconds, ratio -> 10 * StrictMath.log10(ratio));
    }

    /**
     * Event-related desynchronisation (Pfurtscheller and Lopes da Silva 1999): {@code (power - baseline) / baseline} in percent,
     * of [frequency][sample]; negative is desynchronisation.
     */
    public double[][] percent(double baselineFromSeconds, double baselineToSeconds) {
        return relative(baselineFromSeconds, baselineToSeconds, ratio -> 100 * (ratio - 1));
    }

    private double[][] relative(double fromSeconds, double toSeconds, java.util.function.DoubleUnaryOperator scale) {
        TrialSpan.Window window = span.window(fromSeconds, toSeconds);
        double[][] relative = new double[hertz.length][span.samples()];
        for (int f = 0; f < hertz.length; f++) {
            double baseline = Trials.mean(power[f], window);
            for (int n = 0; n < relative[f].length; n++) {
                boolean known = baseline > 0 && power[f][n] > 0;
                relative[f][n] = known ? scale.applyAsDouble(power[f][n] / baseline) : Double.NaN;
            }
        }
        return relative;
    }
}
