package org.neuroward.filter;

import java.util.Arrays;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.FourierPlan;
import org.neuroward.spectrum.FourierTransform;

/**
 * Takes the mains out of a recording without a hole in its spectrum (spectral interpolation; Mewett et al. 2004, Leske and
 * Dalal 2019): in the transform of the whole stretch, magnitudes within 1 Hz of the mains and of each of its harmonics become
 * the mean magnitude of the 2 Hz on either side; phases stay. For aperiodic fits and entropy, which a notch would bend.
 *
 * <p>It is applied within one gapless stretch of at least two seconds. Harmonics closer than 3 Hz to half the sampling rate
 * stay. Immutable and shared.
 */
public final class MainsInterpolation {

    private static final double LINE_HERTZ = 1;
    private static final double FLANK_HERTZ = 2;
    private static final double LEAST_SECONDS = 2;
    /** A bin that lies exactly on an edge belongs to the inner side, however the division came out. */
    private static final double ROUNDING_BINS = 1e-6;

    private final SamplingRate rate;
    private final double mainsHertz;

    /** @param mainsHertz 50 or 60; see {@link MainsFrequency} */
    public MainsInterpolation(SamplingRate rate, double mainsHertz) {
        if (!(mainsHertz > LINE_HERTZ + FLANK_HERTZ)) {
            throw new IllegalArgumentException("mains must lie above 3 Hz: mainsHertz=" + mainsHertz);
        }
        this.rate = rate;
        this.mainsHertz = mainsHertz;
    }

    /**
     * The stretch without mains, of the same length; {@code microvolts} stay as they are. A sample that is not finite, or so
     * huge that its square is not, makes the whole stretch NaN.
     *
     * @throws IllegalArgumentException when the stretch is shorter than two seconds: its frequencies are too far apart
     */
    public double[] apply(double[] microvolts) {
        if (microvolts.length < LEAST_SECONDS * rate.hertz()) {
            throw new IllegalArgumentException("mains are interpolated over at least 2 s: samples=" + microvolts.length
                    + ", rateHertz=" + rate.hertz());
        }
        var plan = new FourierPlan(microvolts.length);
        double[] re = new double[plan.bins()];
        double[] im = new double[plan.bins()];
        FourierTransform transform = plan.newTransform();
        transform.forward(microvolts, re, im);
        double stepHertz = rate.hertz() / microvolts.length;
        for (double line = mainsHertz; line + LINE_HERTZ + FLANK_HERTZ <= rate.hertz() / 2; line += mainsHertz) {
            interpolate(re, im, line / stepHertz, LINE_HERTZ / stepHertz, FLANK_HERTZ / stepHertz);
        }
        double[] cleaned = new double[microvolts.length];
        transform.inverse(re, im, cleaned);
        if (!Double.isFinite(cleaned[0])) {
            Arrays.fill(cleaned, Double.NaN);
        }
        return cleaned;
    }

    /** All in bins: the line, its half width, and the width of a flank. */
    private static void interpolate(double[] re, double[] im, double line, double halfWidth, double flank) {
        double sum = 0;
        int bins = 0;
        for (int k = 0; k < re.length; k++) {
            double distance = Math.abs(k - line);
            if (distance > halfWidth + ROUNDING_BINS && distance <= halfWidth + flank + ROUNDING_BINS) {
                sum += magnitude(re[k], im[k]);
                bins++;
            }
        }
        for (int k = 0; k < re.length; k++) {
            double magnitude = magnitude(re[k], im[k]);
            if (Math.abs(k - line) <= halfWidth + ROUNDING_BINS && magnitude > 0) {
                re[k] *= sum / bins / magnitude;
                im[k] *= sum / bins / magnitude;
            }
        }
    }

    private static double magnitude(double re, double im) {
        return Math.sqrt(re * re + im * im);
    }
}
