package org.neuroward.spectrum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A spectrum as an aperiodic part {@code log10 density = offset - exponent log10 frequency} with Gaussian peaks upon it
 * (specparam, formerly FOOOF, fixed mode: Donoghue et al. 2020, Nature Neuroscience 23:1655), written from the description.
 *
 * <p>A line through all points; a line through those on or below it; what remains is searched for peaks, highest first, above
 * two standard deviations; all peaks are fitted together; what is left without them gives the final line. Deviations: widths
 * from 1 to 8 Hz, for steps of 0.5 Hz (the original's 0.5 to 12); at most 6 peaks; a first guess that is too wide becomes the
 * upper limit, not the lower, as early releases had it; centres stay within 1.5 standard deviations of their first guess, where
 * the original lets them go twice as far; lines are solved in closed form.
 *
 * @param exponent χ, positive when density falls with frequency
 * @param offsetLog10 log10 of the density in µV²/Hz at 1 Hz
 * @param peaks in ascending order of frequency
 * @param rSquared squared correlation of model and log10 spectrum; 0 when the spectrum has no variance to explain
 * @param meanErrorLog10 mean absolute difference of model and log10 spectrum
 * @param widthsResolved whether the narrowest allowed peak is wider than 1.5 frequency steps; otherwise single bins may pass
 *     for peaks, and a reader must be warned
 */
public record AperiodicFit(
        double exponent,
        double offsetLog10,
        List<SpectralPeak> peaks,
        double rSquared,
        double meanErrorLog10,
        boolean widthsResolved) {

    /** The usual range of the fit. */
    public static final double LOW_HERTZ = 2;

    public static final double HIGH_HERTZ = 40;

    /** Limits of the width of peaks, two standard deviations. */
    public static final double WIDTH_LOW_HERTZ = 1;

    public static final double WIDTH_HIGH_HERTZ = 8;

    /** A fit is valid from this on. */
    public static final double MIN_R_SQUARED = 0.95;

    /** A fit is valid up to this. */
    public static final double MAX_MEAN_ERROR_LOG10 = 0.10;

    private static final int LEAST_BINS = 10;

    public AperiodicFit {
        peaks = List.copyOf(peaks);
    }

    /**
     * Fits the bins from {@code lowHertz} to {@code highHertz}, both included, 0 Hz never.
     *
     * @return empty when fewer than ten bins lie there, or when a density is zero, infinite or not a number
     */
    public static Optional<AperiodicFit> of(PowerSpectrum spectrum, double lowHertz, double highHertz) {
        if (!(lowHertz >= 0 && lowHertz < highHertz)) {
            throw new IllegalArgumentException(
                    "a fit needs its low frequency below its high: lowHertz=" + lowHertz + ", highHertz=" + highHertz);
        }
        double reach = 1e-9 * spectrum.stepHertz();
        int first = 1;
        while (first < spectrum.bins() && spectrum.hertz(first) < lowHertz - reach) {
            first++;
        }
        int end = first;
        while (end < spectrum.bins() && spectrum.hertz(end) <= highHertz + reach) {
            if (!(spectrum.density(end) > 0) || spectrum.density(end) == Double.POSITIVE_INFINITY) {
                return Optional.empty();
            }
            end++;
        }
        return end - first < LEAST_BINS ? Optional.empty() : Optional.of(fit(spectrum, first, end));
    }

    /** From 2 to 40 Hz. */
    public static Optional<AperiodicFit> of(PowerSpectrum spectrum) {
        return of(spectrum, LOW_HERTZ, HIGH_HERTZ);
    }

    /** Whether the model explains the spectrum well enough for its numbers to be given. */
    public boolean isValid() {
        return rSquared >= MIN_R_SQUARED && meanErrorLog10 <= MAX_MEAN_ERROR_LOG10;
    }

    /** The highest peak whose centre lies in the band. */
    public Optional<SpectralPeak> findPeak(Band band) {
        return peaks.stream()
                .filter(peak -> band.contains(peak.centreHertz()))
                .max(Comparator.comparingDouble(SpectralPeak::heightLog10));
    }

    /** log10 of the aperiodic density in µV²/Hz. */
    public double aperiodicLog10(double hertz) {
        return offsetLog10 - exponent * StrictMath.log10(hertz);
    }

    private static AperiodicFit fit(PowerSpectrum spectrum, int first, int end) {
        double[] hertz = new double[end - first];
        double[] level = new double[end - first];
        for (int i = 0; i < hertz.length; i++) {
            hertz[i] = spectrum.hertz(first + i);
            level[i] = StrictMath.log10(spectrum.density(first + i));
        }
        double[] flat = LogLogLine.belowPeaks(hertz, level).removedFrom(hertz, level);
        double[] peaks = new PeakSearch(hertz, flat).find();
        double[] bare = level.clone();
        for (int i = 0; i < bare.length; i++) {
            bare[i] -= GaussianPeaks.valueAt(hertz[i], peaks);
        }
        LogLogLine line = LogLogLine.through(hertz, bare);
        double[] model = new double[level.length];
        double error = 0;
        for (int i = 0; i < model.length; i++) {
            model[i] = line.at(hertz[i]) + GaussianPeaks.valueAt(hertz[i], peaks);
            error += Math.abs(level[i] - model[i]);
        }
        return new AperiodicFit(
                line.exponent(),
                line.offset(),
                described(hertz, peaks),
                squaredCorrelation(level, model),
                error / model.length,
                WIDTH_LOW_HERTZ > 1.5 * spectrum.stepHertz());
    }

    private static List<SpectralPeak> described(double[] hertz, double[] peaks) {
        List<SpectralPeak> described = new ArrayList<>();
        for (int p = 0; p < peaks.length; p += GaussianPeaks.PER_PEAK) {
            int nearest = 0;
            for (int i = 1; i < hertz.length; i++) {
                nearest = Math.abs(hertz[i] - peaks[p]) < Math.abs(hertz[nearest] - peaks[p]) ? i : nearest;
            }
            described.add(new SpectralPeak(peaks[p], GaussianPeaks.valueAt(hertz[nearest], peaks), 2 * peaks[p + 2]));
        }
        return described;
    }

    private static double squaredCorrelation(double[] a, double[] b) {
        double meanA = 0;
        double meanB = 0;
        for (int i = 0; i < a.length; i++) {
            meanA += a[i] / a.length;
            meanB += b[i] / a.length;
        }
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa > 0 && bb > 0 ? ab * ab / (aa * bb) : 0;
    }
}
