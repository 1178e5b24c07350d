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

    /** @param spectra one for each posterior channel, from {@link WelchEstimator#paddedHamming} */
    public static AlphaFrequency of(List<PowerSpectrum> spectra) {
        List<SmoothedSpectrum> smoothed = spectra.stream()
                .map(SmoothedSpectrum::new)
                .filter(SmoothedSpectrum::isDefined)
                .toList();
        List<AlphaPeak> peaks = smoothed.stream()
                .map(spectrum -> spectrum.findPeak(SEARCH_LOW_HERTZ, SEARCH_HIGH_HERTZ))
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
}
