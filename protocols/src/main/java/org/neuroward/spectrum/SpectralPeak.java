package org.neuroward.spectrum;

/**
 * A rhythm that stands out from the aperiodic part of a spectrum.
 *
 * @param centreHertz centre frequency (CF)
 * @param heightLog10 height above the aperiodic part at the bin nearest to the centre, overlapping peaks included; log10 of a
 *     ratio of densities (PW)
 * @param widthHertz two standard deviations of the Gaussian (BW)
 */
public record SpectralPeak(double centreHertz, double heightLog10, double widthHertz) {}
