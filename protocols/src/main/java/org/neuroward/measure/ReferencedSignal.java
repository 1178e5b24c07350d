package org.neuroward.measure;

/** The good channels of a recording in one reference, 0.5–45 Hz. */
final class ReferencedSignal {

    private final String reference;
    private final double[][] microvolts;

    /** @param microvolts in the order of the clean signal's names; not copied */
    ReferencedSignal(String reference, double[][] microvolts) {
        this.reference = reference;
        this.microvolts = microvolts;
    }

    /** Code, as in results. */
    String reference() {
        return reference;
    }

    /** Not a copy. */
    double[][] microvolts() {
        return microvolts;
    }
}
