package org.neuroward.artifact;

/** Whose amplitudes are usual: the younger, the larger. */
public enum AgeGroup {
    UNDER_SIX(200),
    SIX_TO_TWELVE(150),
    /** From 13 years on. */
    ADULT(100);

    private final double amplitudeMicrovolts;

    AgeGroup(double amplitudeMicrovolts) {
        this.amplitudeMicrovolts = amplitudeMicrovolts;
    }

    /** @param years completed, not negative */
    public static AgeGroup ofYears(int years) {
        if (years < 0) {
            throw new IllegalArgumentException("an age must not be negative: years=" + years);
        }
        if (years < 6) {
            return UNDER_SIX;
        }
        return years <= 12 ? SIX_TO_TWELVE : ADULT;
    }

    /** From peak to peak within a second, 0.5–45 Hz, above which a window is an artifact. */
    public double amplitudeMicrovolts() {
        return amplitudeMicrovolts;
    }
}
