package org.neuroward.lsl;

/** Stamps that are not sent follow from the one before; of an irregular stream they are the same. */
final class DeducedStamps {

    private final double periodSeconds;
    private double last;

    DeducedStamps(double nominalHertz) {
        this.periodSeconds = nominalHertz > 0 ? 1 / nominalHertz : 0;
    }

    double deduced() {
        last += periodSeconds;
        return last;
    }

    /** A stamp that is no number says as little as none. */
    double given(double stampSeconds) {
        if (!Double.isFinite(stampSeconds)) {
            return deduced();
        }
        last = stampSeconds;
        return stampSeconds;
    }
}
