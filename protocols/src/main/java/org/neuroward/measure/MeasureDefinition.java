package org.neuroward.measure;

import java.util.Locale;
import java.util.ResourceBundle;
import org.neuroward.connectivity.ConnectivityMeasure;
import org.neuroward.scoring.Definition;

/** What each number means; the sentences stand in {@code definitions.properties}. */
enum MeasureDefinition {
    BAND_POWER_ABSOLUTE("band-power.absolute/1", "uV2"),
    BAND_POWER_RELATIVE("band-power.relative/1", "1"),
    APERIODIC_EXPONENT("aperiodic.exponent/1", "1"),
    APERIODIC_OFFSET("aperiodic.offset/1", "1"),
    APERIODIC_PEAK_FREQUENCY("aperiodic.alpha-peak-frequency/1", "Hz"),
    APERIODIC_PEAK_HEIGHT("aperiodic.alpha-peak-height/1", "1"),
    APERIODIC_PEAK_WIDTH("aperiodic.alpha-peak-width/1", "Hz"),
    APERIODIC_R_SQUARED("aperiodic.r-squared/1", "1"),
    APERIODIC_MEAN_ERROR("aperiodic.mean-error/1", "1"),
    ALPHA_PEAK("alpha-frequency.peak/1", "Hz"),
    ALPHA_GRAVITY("alpha-frequency.centre-of-gravity/1", "Hz"),
    ASYMMETRY("asymmetry.alpha/1", "1"),
    ASYMMETRY_INDIVIDUAL("asymmetry.individual-alpha/1", "1"),
    COHERENCE("connectivity.coherence/1", "1"),
    IMAGINARY_COHERENCE("connectivity.imaginary-coherence/1", "1"),
    PHASE_LOCKING_VALUE("connectivity.phase-locking-value/1", "1"),
    PHASE_LAG_INDEX("connectivity.phase-lag-index/1", "1"),
    WEIGHTED_PHASE_LAG_INDEX("connectivity.weighted-phase-lag-index/1", "1"),
    DEBIASED_WEIGHTED_PHASE_LAG_INDEX("connectivity.debiased-weighted-phase-lag-index/1", "1"),
    NETWORK_CLUSTERING("network.clustering/1", "1"),
    NETWORK_GLOBAL_EFFICIENCY("network.global-efficiency/1", "1"),
    NETWORK_CHARACTERISTIC_PATH("network.characteristic-path/1", "1"),
    NETWORK_MODULARITY("network.modularity/1", "1"),
    NETWORK_CLUSTERING_RELATIVE("network.clustering-relative/1", "1"),
    NETWORK_CHARACTERISTIC_PATH_RELATIVE("network.characteristic-path-relative/1", "1"),
    NETWORK_SMALL_WORLD("network.small-world/1", "1"),
    SAMPLE_ENTROPY("complexity.sample-entropy/1", "1"),
    COMPLEXITY_INDEX("complexity.multiscale-index/1", "1"),
    LEMPEL_ZIV("complexity.lempel-ziv/1", "1"),
    LEMPEL_ZIV_RELATIVE("complexity.lempel-ziv-relative/1", "1"),
    HIGUCHI("complexity.higuchi-dimension/1", "1"),
    PERMUTATION_ENTROPY("complexity.permutation-entropy/1", "1"),
    HJORTH_ACTIVITY("complexity.hjorth-activity/1", "uV2"),
    HJORTH_MOBILITY("complexity.hjorth-mobility/1", "1"),
    HJORTH_COMPLEXITY("complexity.hjorth-complexity/1", "1"),
    MULTISCALE_ENTROPY("multiscale-entropy/1", "1"),
    P300_AMPLITUDE("evoked.p300.mean-amplitude/1", "uV"),
    P300_LATENCY("evoked.p300.latency/1", "ms"),
    MISMATCH_AMPLITUDE("evoked.mmn.mean-amplitude/1", "uV"),
    MISMATCH_LATENCY("evoked.mmn.peak-latency/1", "ms"),
    N170_AMPLITUDE("evoked.n170.peak-amplitude/1", "uV"),
    N170_LATENCY("evoked.n170.peak-latency/1", "ms"),
    EVENT_DIFFERENCE_AMPLITUDE("evoked.difference.mean-amplitude/1", "uV");

    private static final ResourceBundle.Control EXACT_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String id;
    private final String unit;

    MeasureDefinition(String id, String unit) {
        this.id = id;
        this.unit = unit;
    }

    static MeasureDefinition of(ConnectivityMeasure measure) {
        return valueOf(measure.name());
    }

    String id() {
        return id;
    }

    /** The id without its version: the code of results that have no further part. */
    String code() {
        return id.substring(0, id.lastIndexOf('/'));
    }

    String unit() {
        return unit;
    }

    Definition inWords() {
        return new Definition(id, unit, text(Locale.ENGLISH), text(Locale.CHINESE));
    }

    private String text(Locale language) {
        return ResourceBundle.getBundle("org.neuroward.measure.definitions", language, EXACT_LANGUAGE)
                .getString(id);
    }
}
