package org.neuroward.connectivity;

import java.util.List;
import org.neuroward.spectrum.Band;

/** Consecutive frequencies of a transform: {@code count} bins from bin {@code first} on. */
record BinRange(int first, int count) {

    int end() {
        return first + count;
    }

    /** The bins of one band: those whose frequency lies in [low, high). */
    static BinRange of(Band band, double stepHertz) {
        int first = (int) Math.ceil(band.lowHertz() / stepHertz - 1e-9);
        int end = (int) Math.ceil(band.highHertz() / stepHertz - 1e-9);
        return new BinRange(first, end - first);
    }

    /**
     * From the lowest to the highest bin of all bands.
     *
     * @param transformBins bins from 0 Hz to half the rate
     */
    static BinRange covering(List<Band> bands, double stepHertz, int transformBins) {
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("connectivity needs at least one band");
        }
        int first = Integer.MAX_VALUE;
        int end = 0;
        for (Band band : bands) {
            BinRange range = of(band, stepHertz);
            if (range.count < CrossSpectrumEstimator.MIN_BINS || range.end() > transformBins) {
                throw new IllegalArgumentException("a band needs at least " + CrossSpectrumEstimator.MIN_BINS
                        + " frequencies up to half the sampling rate: band=" + band + ", stepHertz=" + stepHertz
                        + ", bins=" + range.count + ", highestHertz=" + (transformBins - 1) * stepHertz);
            }
            first = Math.min(first, range.first);
            end = Math.max(end, range.end());
        }
        return new BinRange(first, end - first);
    }
}
