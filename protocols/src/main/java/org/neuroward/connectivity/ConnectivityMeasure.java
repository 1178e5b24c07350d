package org.neuroward.connectivity;

/**
 * How the coupling of two channels x and y is expressed. S is the cross-spectrum {@code X · conj(Y)} of one epoch, ⟨ ⟩ the mean
 * and Σ the sum over the N epochs; all measures are without unit and are taken bin by bin.
 */
public enum ConnectivityMeasure {

    /**
     * Magnitude-squared coherence |⟨S_xy⟩|² / (⟨S_xx⟩ ⟨S_yy⟩), 0 to 1 (Carter 1987, Proc. IEEE 75:236). Independent channels
     * give 1/N, not 0; a common reference and volume conduction raise it.
     */
    COHERENCE("coherence"),

    /**
     * Imaginary part of coherency, Im⟨S_xy⟩ / √(⟨S_xx⟩ ⟨S_yy⟩), -1 to 1 (Nolte et al. 2004, Clin. Neurophysiol. 115:2292);
     * positive when x is ahead of y. The only measure with a sign that turns with the order of the channels.
     */
    IMAGINARY_COHERENCE("imaginary-coherence"),

    /** Phase-locking value |⟨S_xy / |S_xy|⟩|, 0 to 1 (Lachaux et al. 1999, Hum. Brain Mapp. 8:194), over epochs. */
    PHASE_LOCKING_VALUE("phase-locking-value"),

    /** Phase-lag index |⟨sgn Im S_xy⟩|, 0 to 1 (Stam et al. 2007, Hum. Brain Mapp. 28:1178); biased upwards for few epochs. */
    PHASE_LAG_INDEX("phase-lag-index"),

    /**
     * Weighted phase-lag index |⟨Im S_xy⟩| / ⟨|Im S_xy|⟩, 0 to 1 (Vinck et al. 2011, NeuroImage 55:1548); biased upwards for
     * few epochs.
     */
    WEIGHTED_PHASE_LAG_INDEX("weighted-phase-lag-index"),

    /**
     * Debiased estimate of the squared weighted phase-lag index,
     * ((Σ Im S)² − Σ (Im S)²) / ((Σ |Im S|)² − Σ (Im S)²) (Vinck et al. 2011). Independent channels give 0 on average, so single
     * values may be negative; they are not clipped.
     */
    DEBIASED_WEIGHTED_PHASE_LAG_INDEX("debiased-weighted-phase-lag-index");

    private final String code;

    ConnectivityMeasure(String code) {
        this.code = code;
    }

    /** As in the code of a result. */
    public String code() {
        return code;
    }

    /** Whether the value of (y, x) is the negative of that of (x, y). */
    boolean turnsWithOrder() {
        return this == IMAGINARY_COHERENCE;
    }
}
