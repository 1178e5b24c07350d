package org.neuroward.spectrum;

/**
 * Thomson's adaptive weights (1982, Proceedings of the IEEE 70:1055; Percival and Walden 1993, equations 368 and 370): a taper of
 * concentration λ weighs {@code d = √λ S / (λ S + (1 - λ) σ²/rate)}, which depends on the density S that it serves to estimate. The
 * two are solved by turns at each frequency. Holds working memory: not for use by two threads at once.
 */
final class AdaptiveWeights {

    private static final double SETTLED = 1e-12;
    private static final int MOST_TURNS = 200;

    private final double[] concentrations;
    private final double[] leaking;

    AdaptiveWeights(SlepianTapers tapers) {
        concentrations = new double[tapers.count()];
        leaking = new double[tapers.count()];
        for (int k = 0; k < concentrations.length; k++) {
            concentrations[k] = tapers.concentration(k);
        }
    }

    /** @param whiteDensity variance of the epoch over the sampling rate: its density, were it white */
    void beginEpoch(double whiteDensity) {
        for (int k = 0; k < leaking.length; k++) {
            leaking[k] = (1 - concentrations[k]) * whiteDensity;
        }
    }

    /**
     * @param densities two-sided, one for each taper
     * @return the combined density; 0 where there is no power at all
     */
    double combine(double[] densities) {
        double density = densities.length > 1 ? (densities[0] + densities[1]) / 2 : densities[0];
        for (int turn = 0; turn < MOST_TURNS && density > 0; turn++) {
            double sum = 0;
            double weights = 0;
            for (int k = 0; k < densities.length; k++) {
                double reliable = density / (concentrations[k] * density + leaking[k]);
                double weight = concentrations[k] * reliable * reliable;
                sum += weight * densities[k];
                weights += weight;
            }
            double before = density;
            density = sum / weights;
            if (Math.abs(density - before) <= SETTLED * density) {
                break;
            }
        }
        return density;
    }
}
