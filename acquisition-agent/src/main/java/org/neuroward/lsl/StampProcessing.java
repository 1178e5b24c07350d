package org.neuroward.lsl;

import java.util.Optional;
import java.util.Set;

/**
 * Makes stamps of a stream easier to use, for whoever looks at it live; a recording keeps the stamps as they came and the
 * corrections beside them. Belongs to one thread.
 */
public final class StampProcessing {

    /** Applied in this order. */
    public enum Step {
        /** Into our clock, by the last correction. */
        CLOCK_SYNC,
        /** Onto a line over the sample number; regular streams only. */
        DEJITTER,
        /** Never backwards. */
        MONOTONIZE
    }

    private static final double LEAST_SECONDS_BETWEEN_CORRECTIONS = 0.5;
    private static final int LEAST_SAMPLES_BETWEEN_CORRECTIONS = 50;

    private final Set<Step> steps;
    private final Optional<Dejitter> dejitter;
    private double correctionSeconds;
    private double takenAtSeconds = Double.NEGATIVE_INFINITY;
    private int samplesSinceTaken = LEAST_SAMPLES_BETWEEN_CORRECTIONS;
    private double last = Double.NEGATIVE_INFINITY;

    public StampProcessing(Set<Step> steps, double nominalHertz) {
        this.steps = Set.copyOf(steps);
        this.dejitter = steps.contains(Step.DEJITTER) && nominalHertz > 0
                ? Optional.of(new Dejitter(nominalHertz))
                : Optional.empty();
    }

    /** The newest correction; used at most every half second and every 50 samples, so that stamps do not jump about. */
    public void correct(TimeCorrection correction, double nowSeconds) {
        if (samplesSinceTaken >= LEAST_SAMPLES_BETWEEN_CORRECTIONS
                && nowSeconds - takenAtSeconds >= LEAST_SECONDS_BETWEEN_CORRECTIONS) {
            correctionSeconds = correction.correctionSeconds();
            takenAtSeconds = nowSeconds;
            samplesSinceTaken = 0;
        }
    }

    /** Samples that are missing before the next one. */
    public void skip(long samples) {
        dejitter.ifPresent(line -> line.skip(samples));
    }

    /** The stream's program was started again: its clock is another one. */
    public void newClock() {
        dejitter.ifPresent(Dejitter::restart);
        takenAtSeconds = Double.NEGATIVE_INFINITY;
        samplesSinceTaken = LEAST_SAMPLES_BETWEEN_CORRECTIONS;
        last = Double.NEGATIVE_INFINITY;
    }

    public double process(double stampSeconds) {
        samplesSinceTaken++;
        double stamp = steps.contains(Step.CLOCK_SYNC) ? stampSeconds + correctionSeconds : stampSeconds;
        if (dejitter.isPresent()) {
            stamp = dejitter.get().smooth(stamp);
        }
        if (steps.contains(Step.MONOTONIZE)) {
            stamp = Math.max(stamp, last);
            last = stamp;
        }
        return stamp;
    }
}
