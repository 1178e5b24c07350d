package org.neuroward.evoked;

import org.neuroward.spectrum.FourierPlan;
import org.neuroward.spectrum.FourierTransform;

/**
 * Power of trials over time and frequency, from tapered oscillations at each frequency. Immutable and shared: wavelets are
 * transformed once.
 */
public final class TimeFrequency {

    private static final double LOW_HERTZ = 3;
    private static final double HIGH_HERTZ = 30;
    private static final double LOW_CYCLES = 3;
    private static final double HIGH_CYCLES = 8;
    private static final double HANN_SECONDS = 0.5;

    private final TrialSpan span;
    private final double[] hertz;
    private final Wavelet[] wavelets;
    private final FourierPlan plan;
    private final double[][][] responses;

    private TimeFrequency(TrialSpan span, double[] hertz, Wavelet[] wavelets) {
        this.span = span;
        this.hertz = hertz;
        this.wavelets = wavelets;
        int longest = 0;
        for (Wavelet wavelet : wavelets) {
            longest = Math.max(longest, wavelet.real.length);
        }
        this.plan = new FourierPlan(Math.max(2, Integer.highestOneBit(span.samples() + longest) * 2));
        FourierTransform transform = plan.newTransform();
        this.responses = new double[wavelets.length][][];
        for (int f = 0; f < wavelets.length; f++) {
            double[][] re = transformed(transform, wavelets[f].real);
            double[][] im = transformed(transform, wavelets[f].imaginary);
            responses[f] = new double[][] {re[0], re[1], im[0], im[1]};
        }
    }

    /** Morlet wavelets with the cycles of {@link #usualCycles}. */
    public static TimeFrequency morlet(TrialSpan span, double[] hertz) {
        double[] cycles = new double[hertz.length];
        for (int f = 0; f < hertz.length; f++) {
            cycles[f] = usualCycles(hertz[f]);
        }
        return morlet(span, hertz, cycles);
    }

    /** @param cycles of each frequency, positive */
    public static TimeFrequency morlet(TrialSpan span, double[] hertz, double[] cycles) {
        requireFrequencies(span, hertz);
        if (cycles.length != hertz.length) {
            throw new IllegalArgumentException("each frequency needs its number of cycles: frequencies=" + hertz.length
                    + ", cycles=" + cycles.length);
        }
        Wavelet[] wavelets = new Wavelet[hertz.length];
        for (int f = 0; f < hertz.length; f++) {
            if (!(cycles[f] > 0 && cycles[f] <= hertz[f] * (span.toSeconds() - span.fromSeconds()))) {
                throw new IllegalArgumentException(
                        "a wavelet has a positive number of cycles that fit the trial: hertz=" + hertz[f] + ", cycles="
                                + cycles[f]);
            }
            wavelets[f] = Wavelet.morlet(span.rate(), hertz[f], cycles[f]);
        }
        return new TimeFrequency(span, hertz.clone(), wavelets);
    }

    /** Hann tapers of 500 ms at all frequencies: steps of 2 Hz are all they resolve. */
    public static TimeFrequency hann(TrialSpan span, double[] hertz) {
        requireFrequencies(span, hertz);
        Wavelet[] wavelets = new Wavelet[hertz.length];
        for (int f = 0; f < hertz.length; f++) {
            wavelets[f] = Wavelet.hann(span.rate(), hertz[f], HANN_SECONDS);
        }
        return new TimeFrequency(span, hertz.clone(), wavelets);
    }

    /** 3 cycles at 3 Hz and below, 8 at 30 Hz and above, in proportion to frequency between them (linear, as EEGLAB has it). */
    public static double usualCycles(double hertz) {
        double within = Math.max(LOW_HERTZ, Math.min(HIGH_HERTZ, hertz));
        return LOW_CYCLES + (HIGH_CYCLES - LOW_CYCLES) * (within - LOW_HERTZ) / (HIGH_HERTZ - LOW_HERTZ);
    }

    /**
     * Mean power over trials in µV², evoked and induced together. NaN nearer to an end of the trial than a wavelet reaches: three
     * standard deviations of a Gaussian, half a Hann taper; NaN everywhere when a sample of a trial is not a number.
     *
     * @throws IllegalArgumentException when the trials have another span
     */
    public EventPower power(Trials trials) {
        if (!trials.span().equals(span)) {
            throw new IllegalArgumentException(
                    "trials must have the span that the wavelets were made for: " + span + ", " + trials.span());
        }
        int samples = span.samples();
        double[][] power = new double[hertz.length][samples];
        double[] padded = new double[plan.length()];
        double[][] spectrum = new double[2][plan.bins()];
        var convolution = new Convolution();
        for (int t = 0; t < trials.count(); t++) {
            java.util.Arrays.fill(padded, 0);
            System.arraycopy(trials.live(t), 0, padded, 0, samples);
            convolution.transform.forward(padded, spectrum[0], spectrum[1]);
            for (int f = 0; f < hertz.length; f++) {
                convolution.addPower(spectrum, f, power[f]);
            }
        }
        for (int f = 0; f < hertz.length; f++) {
            for (int n = 0; n < samples; n++) {
                boolean whole = n >= wavelets[f].reachSamples && n + wavelets[f].reachSamples < samples;
                power[f][n] = whole && trials.count() > 0 ? power[f][n] / trials.count() : Double.NaN;
            }
        }
        return new EventPower(span, hertz, power);
    }

    private static void requireFrequencies(TrialSpan span, double[] hertz) {
        for (double f : hertz) {
            if (!(f > 0 && f < span.rate().hertz() / 2)) {
                throw new IllegalArgumentException("frequencies must lie between 0 and half the sampling rate: hertz="
                        + f + ", rateHertz=" + span.rate().hertz());
            }
        }
    }

    private double[][] transformed(FourierTransform transform, double[] samples) {
        double[][] spectrum = new double[2][plan.bins()];
        transform.forward(java.util.Arrays.copyOf(samples, plan.length()), spectrum[0], spectrum[1]);
        return spectrum;
    }

    /** Working memory of one call. */
    private final class Convolution {

        private final FourierTransform transform = plan.newTransform();
        private final double[] re = new double[plan.bins()];
        private final double[] im = new double[plan.bins()];
        private final double[] filtered = new double[plan.length()];

        void addPower(double[][] spectrum, int f, double[] power) {
            for (int part = 0; part < 4; part += 2) {
                double[] wRe = responses[f][part];
                double[] wIm = responses[f][part + 1];
                for (int k = 0; k < re.length; k++) {
                    re[k] = spectrum[0][k] * wRe[k] - spectrum[1][k] * wIm[k];
                    im[k] = spectrum[0][k] * wIm[k] + spectrum[1][k] * wRe[k];
                }
                transform.inverse(re, im, filtered);
                int half = wavelets[f].half();
                for (int n = 0; n < power.length; n++) {
                    power[n] += filtered[n + half] * filtered[n + half];
                }
            }
        }
    }
}
