package org.neuroward.spectrum;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Individual alpha frequency after Corcoran et al. (2018, Psychophysiology 55:e13064), written from the description.
 *
 * <p>Each spectrum (1–40 Hz, divided by its mean) is smoothed by a Savitzky–Golay filter (11 bins, order 5). A peak is a
 * zero crossing of its slope in the search window that exceeds the regression of log10 density on frequency by one standard
 * deviation, and leads the second-highest peak by a fifth. Deviation: the crossing is interpolated between bins, where the
 * original takes the bin; a quarter of a hertz would otherwise be the resolution.
 *
 * @param peakHertz mean over channels, weighted by the quality of their peaks; empty unless at least three channels have one
 * @param centreOfGravityHertz mean over all channels within the mean ends of the peaks' slopes; empty when the peak is.
 *     A channel without power, or with a sample that is not a number, has no part in it
 * @param channelsWithPeak number of channels whose spectrum has one clear peak
 */
public record AlphaFrequency(
        OptionalDouble peakHertz, OptionalDouble centreOfGravityHertz, int channelsWithPeak, int channels) {

    /** The channels that are looked at, those of them that were recorded and are good. */
    public static final List<String> POSTERIOR = List.of("P3", "Pz", "P4", "O1", "Oz", "O2");

    /** Adults: where the peak is searched. */
    public static final double SEARCH_LOW_HERTZ = 7;

    public static final double SEARCH_HIGH_HERTZ = 13;

    /** Fewer channels with a clear peak give no alpha frequency. */
    public static final int MIN_CHANNELS = 3;

    /** Of an adult. @param spectra one for each posterior channel, from {@link WelchEstimator#alphaFrequency} */
    public static AlphaFrequency of(List<PowerSpectrum> spectra) {
        return of(spectra, AlphaSearch.ADULT);
    }

    /**
     * @param spectra one for each posterior channel, from {@link WelchEstimator#alphaFrequency}
     * @param search where the peak may lie
     */
    public static AlphaFrequency of(List<PowerSpectrum> spectra, AlphaSearch search) {
        List<SmoothedSpectrum> smoothed = spectra.stream()
                .map(SmoothedSpectrum::new)
                .filter(SmoothedSpectrum::isDefined)
                .toList();
        List<AlphaPeak> peaks = smoothed.stream()
                .map(spectrum -> spectrum.findPeak(search.lowHertz(), search.highHertz()))
                .flatMap(Optional::stream)
                .toList();
        if (peaks.size() < MIN_CHANNELS) {
            return new AlphaFrequency(OptionalDouble.empty(), OptionalDouble.empty(), peaks.size(), spectra.size());
        }
        double quality = 0;
        double weighted = 0;
        double from = 0;
        double to = 0;
        for (AlphaPeak peak : peaks) {
            quality += peak.quality();
            weighted += peak.quality() * peak.hertz();
            from += peak.fromHertz();
            to += peak.toHertz();
        }
        double gravity = 0;
        for (SmoothedSpectrum spectrum : smoothed) {
            gravity += spectrum.centreOfGravityHertz(from / peaks.size(), to / peaks.size());
        }
        return new AlphaFrequency(
                OptionalDouble.of(weighted / quality),
                OptionalDouble.of(gravity / smoothed.size()),
                peaks.size(),
                spectra.size());
    }

    /**
     * The same person's two recordings with closed eyes, before and after a session, as one: each frequency is the mean of those
     * that were found.
     */
    public static AlphaFrequency meanOf(AlphaFrequency before, AlphaFrequency after) {
        return new AlphaFrequency(
                mean(before.peakHertz, after.peakHertz),
                mean(before.centreOfGravityHertz, after.centreOfGravityHertz),
                Math.max(before.channelsWithPeak, after.channelsWithPeak),
                Math.max(before.channels, after.channels));
    }

    private static OptionalDouble mean(OptionalDouble a, OptionalDouble b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isPresent() ? a : b;
        }
        return OptionalDouble.of((a.getAsDouble() + b.getAsDouble()) / 2);
    }
}
