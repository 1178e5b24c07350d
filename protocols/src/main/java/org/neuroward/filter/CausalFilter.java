package org.neuroward.filter;

import java.util.ArrayList;
import java.util.List;
import org.neuroward.signal.SamplingRate;

/**
 * Recursive filter for samples as they arrive: Butterworth by bilinear transform, or a notch, as second-order sections.
 *
 * <p>The design is immutable and shared by channels; the memory of one channel of one stream is a {@link State}. A state
 * must not be carried over a gap: take a new one.
 */
public final class CausalFilter {

    private static final double MAINS_QUALITY = 30;

    private final SamplingRate rate;
    private final List<Biquad> sections;
    private final Cascade cascade;

    private CausalFilter(SamplingRate rate, List<Biquad> sections) {
        this.rate = rate;
        this.sections = List.copyOf(sections);
        this.cascade = new Cascade(sections);
    }

    /** Lets everything through unchanged. */
    public static CausalFilter passThrough(SamplingRate rate) {
        return new CausalFilter(rate, List.of());
    }

    /** @param order number of poles, 1 to 8 */
    public static CausalFilter highPass(SamplingRate rate, int order, double cutoffHertz) {
        return new CausalFilter(rate, Butterworth.highPass(order, fraction(rate, cutoffHertz)));
    }

    /** @param order number of poles, 1 to 8 */
    public static CausalFilter lowPass(SamplingRate rate, int order, double cutoffHertz) {
        return new CausalFilter(rate, Butterworth.lowPass(order, fraction(rate, cutoffHertz)));
    }

    /** @param order of the low-pass prototype, 1 to 8; the band-pass has twice as many poles */
    public static CausalFilter bandPass(SamplingRate rate, int order, double lowHertz, double highHertz) {
        return new CausalFilter(rate, Butterworth.bandPass(order, fraction(rate, lowHertz), fraction(rate, highHertz)));
    }

    /** @param quality centre frequency over the -3 dB width; 30 for mains */
    public static CausalFilter notch(SamplingRate rate, double hertz, double quality) {
        return new CausalFilter(rate, List.of(Biquad.notch(2 * Math.PI * fraction(rate, hertz), quality)));
    }

    /** Notches (Q 30) at 50 or 60 Hz and at twice that, as far as they lie below half the sampling rate. */
    public static CausalFilter mainsNotch(SamplingRate rate, double mainsHertz) {
        CausalFilter filter = notch(rate, mainsHertz, MAINS_QUALITY);
        return 2 * mainsHertz < rate.hertz() / 2 ? filter.then(notch(rate, 2 * mainsHertz, MAINS_QUALITY)) : filter;
    }

    /** This filter and then {@code next}. */
    public CausalFilter then(CausalFilter next) {
        if (!rate.equals(next.rate)) {
            throw new IllegalArgumentException("filters in a row must be made for one sampling rate: first="
                    + rate.hertz() + ", second=" + next.rate.hertz());
        }
        var all = new ArrayList<>(sections);
        all.addAll(next.sections);
        return new CausalFilter(rate, all);
    }

    public SamplingRate rate() {
        return rate;
    }

    /** Memory for one channel that was silent (0 µV) before. */
    public State newState() {
        return newState(0);
    }

    /** Memory for one channel that was always at {@code microvolts}: an electrode's offset then causes no transient. */
    public State newState(double microvolts) {
        return new State(cascade, microvolts);
    }

    /** Memory for many channels of one stream, which were silent (0 µV) before; several times as fast as one state each. */
    public FilterBank newBank(int channels) {
        return new FilterBank(cascade, channels);
    }

    /**
     * Filters recorded channels as they would have been online, from silence on: bit for bit what states and banks give, in
     * whatever blocks. The input stays as it is. A sample that is not a number makes all later samples of its channel NaN.
     *
     * @param microvolts {@code [channel][sample]}, equally long
     */
    public double[][] apply(double[][] microvolts) {
        double[][] filtered = new double[microvolts.length][];
        for (int channel = 0; channel < filtered.length; channel++) {
            filtered[channel] = microvolts[channel].clone();
        }
        newBank(filtered.length).apply(filtered);
        return filtered;
    }

    /** This filter run forward and then backward: no phase shift, and the square of the {@link #gain}. For recordings. */
    public ZeroPhaseSos zeroPhase() {
        return new ZeroPhaseSos(cascade, sections);
    }

    /** Factor by which a sine of that frequency is scaled. */
    public double gain(double hertz) {
        double gain = 1;
        for (Biquad section : sections) {
            gain *= section.response(2 * Math.PI * hertz / rate.hertz()).magnitude();
        }
        return gain;
    }

    /** Delay of the envelope of an oscillation of that frequency, in seconds. */
    public double groupDelaySeconds(double hertz) {
        double samples = 0;
        for (Biquad section : sections) {
            samples += section.groupDelaySamples(2 * Math.PI * hertz / rate.hertz());
        }
        return samples / rate.hertz();
    }

    private static double fraction(SamplingRate rate, double hertz) {
        if (!(hertz > 0 && hertz < rate.hertz() / 2)) {
            throw new IllegalArgumentException("filter frequency must lie between 0 and half the sampling rate: hertz="
                    + hertz + ", rateHertz=" + rate.hertz());
        }
        return hertz / rate.hertz();
    }

    /** Memory of one channel; not for use by two threads at once. */
    public static final class State {

        private final Cascade cascade;
        private final PairMemory[][] memory;

        private State(Cascade cascade, double level) {
            this.cascade = cascade;
            this.memory = cascade.silent(1);
            cascade.settle(memory, 0, level);
        }

        /** Takes the next sample and gives the filtered one. */
        public double next(double sample) {
            return cascade.next(sample, memory);
        }

        /** Filters consecutive samples in place. */
        public void apply(double[] samples) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] = next(samples[i]);
            }
        }
    }
}
