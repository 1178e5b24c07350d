package org.neuroward.measure;

import java.util.Arrays;
import java.util.Optional;

/** Features that are computed together, in the order in which they are given. */
public enum FeatureFamily {
    BAND_POWER("band-power", new BandPowers()),
    APERIODIC("aperiodic", new Aperiodics()),
    ALPHA_FREQUENCY("alpha-frequency", new AlphaFrequencies()),
    ASYMMETRY("asymmetry", new Asymmetries()),
    CONNECTIVITY("connectivity", new Connectivities()),
    NETWORK("network", new Networks()),
    COMPLEXITY("complexity", new Complexities()),
    /** Only of recordings whose events are named. */
    EVOKED("evoked", new EvokedPotentials());

    private final String code;
    private final Features features;

    FeatureFamily(String code, Features features) {
        this.code = code;
        this.features = features;
    }

    Features features() {
        return features;
    }

    /** As on the command line. */
    public String code() {
        return code;
    }

    public static Optional<FeatureFamily> find(String code) {
        return Arrays.stream(values())
                .filter(family -> family.code.equals(code))
                .findFirst();
    }
}
