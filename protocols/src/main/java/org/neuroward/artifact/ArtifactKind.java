package org.neuroward.artifact;

/** Disturbances that a one-second window of a channel can show, with their code in results. */
public enum ArtifactKind {
    /** Peak-to-peak amplitude too large, or not a number. */
    AMPLITUDE("amplitude"),
    /** Jump within 8 ms. */
    STEP("step"),
    /** Steady slope of the unfiltered signal. */
    DRIFT("drift"),
    /** No variation, or a value held. */
    FLAT("flat"),
    /** At the end of the converter's range. */
    CLIPPING("clipping"),
    BLINK("blink"),
    LATERAL_EYE_MOVEMENT("lateral-eye-movement"),
    /** Muscle: 30–45 Hz far above the session's usual. */
    MUSCLE("muscle"),
    /** A quarter of the channels too large at once, or the head accelerated. */
    MOVEMENT("movement"),
    /** The heart's course, at its beats. */
    HEARTBEAT("heartbeat"),
    /** Between gaps that lie closer together than the filters reach. */
    SHORT_STRETCH("short-stretch");

    private final String code;

    ArtifactKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    int bit() {
        return 1 << ordinal();
    }
}
