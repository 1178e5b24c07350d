package org.neuroward.filter;

import java.util.Arrays;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.LongTransform;

/**
 * Windowed-sinc FIR filter (Hamming) without phase shift, for recordings; the design is immutable and shared.
 *
 * <p>Cut-offs are the edges of the pass band. Transition bands follow MNE's rule: {@code min(max(0.25 f, 2), f)} Hz below a
 * high-pass edge, {@code min(max(0.25 f, 2), rate/2 - f)} above a low-pass edge; each edge has
 * {@code 3.3 rate / transition} taps, made odd, and the filter is as long as its sharper edge. The -6 dB point lies in the
 * middle of the transition.
 *
 * <p>A filter is applied within one gapless stretch. Beyond its ends the stretch is continued by odd reflection
 * ({@code 2 x[0] - x[k]}), and by zeros where the reflection is used up, as in MNE's {@code reflect_limited}.
 */
public final class FirFilter {

    private static final double HAMMING_LENGTH_FACTOR = 3.3;

    private final SamplingRate rate;
    private final double[] taps;
    private final FittedConvolution convolution;

    private FirFilter(SamplingRate rate, double[] taps) {
        this.rate = rate;
        this.taps = taps;
        this.convolution = new FittedConvolution(taps);
    }

    public static FirFilter lowPass(SamplingRate rate, double cutoffHertz) {
        return new FirFilter(rate, edge(rate, cutoffHertz, upperTransitionHertz(rate, cutoffHertz), +1));
    }

    public static FirFilter highPass(SamplingRate rate, double cutoffHertz) {
        double[] low = edge(rate, cutoffHertz, lowerTransitionHertz(cutoffHertz), -1);
        double[] all = new double[low.length];
        all[all.length / 2] = 1;
        return new FirFilter(rate, sum(all, negate(low)));
    }

    /** @throws IllegalArgumentException unless 0 &lt; low &lt; high &lt; rate / 2 */
    public static FirFilter bandPass(SamplingRate rate, double lowHertz, double highHertz) {
        if (lowHertz >= highHertz) {
            throw new IllegalArgumentException("band must have its low edge below its high edge: lowHertz=" + lowHertz
                    + ", highHertz=" + highHertz);
        }
        double[] low = edge(rate, lowHertz, lowerTransitionHertz(lowHertz), -1);
        double[] high = edge(rate, highHertz, upperTransitionHertz(rate, highHertz), +1);
        return new FirFilter(rate, sum(high, negate(low)));
    }

    /** Number of taps, odd; half of it is the reach of the filter to either side. */
    public int length() {
        return taps.length;
    }

    public double[] taps() {
        return taps.clone();
    }

    /** Delay of {@link #newCausal} at every frequency: half the length. */
    public double groupDelaySeconds() {
        return taps.length / 2 / rate.hertz();
    }

    /** The same taps for samples as they arrive, and memory for one channel of one stream. */
    public CausalFir newCausal() {
        return new CausalFir(taps);
    }

    /**
     * The filtered stretch, of the same length and without delay; {@code samples} stay as they are. A sample that is not finite
     * makes the whole stretch NaN; an empty stretch stays empty.
     */
    public double[] apply(double[] samples) {
        return apply(new double[][] {samples})[0];
    }

    /** Each channel by itself, with the same bits as alone and less memory made. @param samples {@code [channel][sample]} */
    public double[][] apply(double[][] samples) {
        double[][] filtered = new double[samples.length][];
        FastConvolution fitted = null;
        LongTransform transform = null;
        for (int channel = 0; channel < samples.length; channel++) {
            FastConvolution next = convolution.of(samples[channel].length);
            transform = next == fitted ? transform : next.newTransform();
            fitted = next;
            filtered[channel] = fitted.apply(new ContinuedStretch(samples[channel], taps.length / 2), transform);
        }
        return filtered;
    }

    private static double lowerTransitionHertz(double cutoffHertz) {
        return Math.min(Math.max(0.25 * cutoffHertz, 2), cutoffHertz);
    }

    private static double upperTransitionHertz(SamplingRate rate, double cutoffHertz) {
        return Math.min(Math.max(0.25 * cutoffHertz, 2), rate.hertz() / 2 - cutoffHertz);
    }

    /** Low-pass taps whose transition lies above ({@code side} +1) or below (-1) the edge; their sum is 1. */
    private static double[] edge(SamplingRate rate, double cutoffHertz, double transitionHertz, int side) {
        if (!(cutoffHertz > 0 && cutoffHertz < rate.hertz() / 2)) {
            throw new IllegalArgumentException("cut-off must lie between 0 and half the sampling rate: cutoffHertz="
                    + cutoffHertz + ", rateHertz=" + rate.hertz());
        }
        double middle = 2 * (cutoffHertz + side * transitionHertz / 2) / rate.hertz();
        int length = (int) Math.rint(HAMMING_LENGTH_FACTOR * rate.hertz() / transitionHertz);
        double[] taps = new double[length + 1 - length % 2];
        int centre = taps.length / 2;
        double sum = 0;
        for (int n = 0; n < taps.length; n++) {
            taps[n] = sinc(middle * (n - centre)) * hamming(n, taps.length);
            sum += taps[n];
        }
        for (int n = 0; n < taps.length; n++) {
            taps[n] /= sum;
        }
        return taps;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double hamming(int n, int length) {
        return length == 1 ? 1 : 0.54 - 0.46 * StrictMath.cos(2 * Math.PI * n / (length - 1));
    }

    private static double[] negate(double[] taps) {
        return Arrays.stream(taps).map(tap -> -tap).toArray();
    }

    /** Sum of two symmetric tap sets, centre on centre. */
    private static double[] sum(double[] a, double[] b) {
        double[] sum = (a.length >= b.length ? a : b).clone();
        double[] shorter = a.length >= b.length ? b : a;
        int shift = (sum.length - shorter.length) / 2;
        for (int n = 0; n < shorter.length; n++) {
            sum[n + shift] += shorter[n];
        }
        return sum;
    }
}
