package org.neuroward.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.neuroward.connectivity.ConnectivityMeasure;
import org.neuroward.scoring.Definition;

/** What each number means; the sentences stand in {@code definitions.properties}. */
enum MeasureDefinition {
    BAND_POWER_ABSOLUTE("band-power.absolute/1", "uV2"),
    BAND_POWER_RELATIVE("band-power.relative/1", "1"),
    ALPHA_PEAK("alpha-frequency.peak/1", "Hz"),
    ALPHA_GRAVITY("alpha-frequency.centre-of-gravity/1", "Hz"),
    ASYMMETRY("asymmetry.alpha/1", "1"),
    ASYMMETRY_INDIVIDUAL("asymmetry.individual-alpha/1", "1"),
    COHERENCE("connectivity.coherence/1", "1"),
    IMAGINARY_COHERENCE("connectivity.imaginary-coherence/1", "1"),
    PHASE_LOCKING_VALUE("connectivity.phase-locking-value/1", "1"),
    PHASE_LAG_INDEX("connectivity.phase-lag-index/1", "1"),
    WEIGHTED_PHASE_LAG_INDEX("connectivity.weighted-phase-lag-index/1", "1"),
    DEBIASED_WEIGHTED_PHASE_LAG_INDEX("connectivity.debiased-weighted-phase-lag-index/1", "1");

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

    static Optional<MeasureDefinition> find(String id) {
        return Arrays.stream(values())
                .filter(definition -> definition.id.equals(id))
                .findFirst();
    }

    String id() {
        return id;
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
