package org.neuroward.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.neuroward.signal.SamplingRate;

/**
 * Change of sampling rate without phase shift, by one polyphase filter (windowed sinc, Kaiser 1974): flat up to 0.4 of the
 * lower rate, at least 60 dB down from half of it on, so that nothing folds back into the signal. Immutable and shared.
 *
 * <p>Sample i of the result lies exactly at {@code i / to} seconds after the first sample given: the ratio of the rates is
 * kept as a fraction, and nothing drifts however long the recording. A stretch of n samples gives one result for each instant
 * before {@code n / from}.
 *
 * <p>It is applied within one gapless stretch. Beyond its ends the stretch is continued by odd reflection
 * ({@code 2 x[0] - x[k]}), and by zeros where the reflection is used up, as {@link FirFilter} does; within
 * {@link #reachSeconds()} of an end the result leans on that. A sample that is not finite spoils the results within the reach.
 */
public final class Resampling {

    /** Beyond this the rates have no common step worth a table; 173.61 Hz to 128 Hz, 12800 : 17361, is within it. */
    private static final int LARGEST_TERM = 100_000;

    private static final int LARGEST_TABLE = 4_000_000;

    private final SamplingRate from;
    private final SamplingRate to;
    private final int up;
    private final int down;
    private final PolyphaseTaps taps;

    private Resampling(SamplingRate from, SamplingRate to, int up, int down) {
        this.from = from;
        this.to = to;
        this.up = up;
        this.down = down;
        this.taps = new PolyphaseTaps(up, Math.min(1, to.hertz() / from.hertz()));
    }

    /**
     * @throws IllegalArgumentException when the rates, as decimal numbers, are in no ratio of whole numbers up to 100000, or one of
     *     them is so much lower that its filter would take millions of taps
     */
    public static Resampling of(SamplingRate from, SamplingRate to) {
        BigDecimal source = BigDecimal.valueOf(from.hertz());
        BigDecimal target = BigDecimal.valueOf(to.hertz());
        int scale = Math.max(0, Math.max(source.scale(), target.scale()));
        BigInteger down = source.movePointRight(scale).toBigIntegerExact();
        BigInteger up = target.movePointRight(scale).toBigIntegerExact();
        BigInteger common = up.gcd(down);
        BigInteger largest = up.max(down).divide(common);
        double tapsPerPhase = PolyphaseTaps.perPhase(Math.min(1, to.hertz() / from.hertz()));
        if (largest.bitLength() > 31
                || largest.intValueExact() > LARGEST_TERM
                || up.divide(common).intValueExact() * tapsPerPhase > LARGEST_TABLE) {
            throw new IllegalArgumentException("sampling rates must be in a ratio of whole numbers up to "
                    + LARGEST_TERM + ": fromHertz=" + from.hertz() + ", toHertz=" + to.hertz());
        }
        return new Resampling(
                from, to, up.divide(common).intValueExact(), down.divide(common).intValueExact());
    }

    public SamplingRate from() {
        return from;
    }

    public SamplingRate to() {
        return to;
    }

    /** How far from an end of the stretch the result depends on its continuation. */
    public double reachSeconds() {
        return taps.half() / from.hertz();
    }

    /** Number of results that a stretch gives. */
    public int samplesOf(int samples) {
        return (int) (((long) samples * up + down - 1) / down);
    }

    /** The stretch at the new rate; {@code microvolts} stay as they are. */
    public double[] apply(double[] microvolts) {
        return apply(new double[][] {microvolts})[0];
    }

    /** Each channel by itself, with the same bits as alone and less memory made. @param microvolts {@code [channel][sample]} */
    public double[][] apply(double[][] microvolts) {
        int longest = Arrays.stream(microvolts)
                .mapToInt(samples -> samples.length)
                .max()
                .orElse(0);
        var rows = new PolyphaseRows(taps, up, down, longest);
        double[][] resampled = new double[microvolts.length][];
        for (int channel = 0; channel < resampled.length; channel++) {
            double[] samples = microvolts[channel];
            resampled[channel] = up == down ? samples.clone() : new double[samplesOf(samples.length)];
            if (up != down && samples.length > 0) {
                rows.apply(samples, resampled[channel]);
            }
        }
        return resampled;
    }
}
