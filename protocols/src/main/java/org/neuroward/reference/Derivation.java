package org.neuroward.reference;

import java.util.Objects;

/** Which potentials are subtracted from which: one trace of a montage. */
public sealed interface Derivation {

    /** The electrode whose trace it is; of a pair the first. */
    String electrode();

    /** As written beside the trace, for example {@code C3-Avg}. */
    String label();

    /** Unit of the trace for signals in µV. */
    default String unit() {
        return this instanceof CurrentDensity ? "µV/m²" : "µV";
    }

    /** As the recording has it, against the recording's own reference. */
    record Recorded(String electrode) implements Derivation {
        public Recorded {
            Objects.requireNonNull(electrode);
        }

        @Override
        public String label() {
            return electrode;
        }
    }

    /** Against one other electrode that serves all as reference, for example C4-M1. */
    record Referential(String electrode, String reference) implements Derivation {
        public Referential {
            requireTwo(electrode, reference);
        }

        @Override
        public String label() {
            return electrode + "-" + reference;
        }
    }

    /** The difference of two neighbours of a chain; the first drives the trace up when it turns negative. */
    record Bipolar(String electrode, String neighbour) implements Derivation {
        public Bipolar {
            requireTwo(electrode, neighbour);
        }

        @Override
        public String label() {
            return electrode + "-" + neighbour;
        }
    }

    /** Against (M1+M2)/2, computed; the mastoids are never joined by wire. */
    record LinkedMastoids(String electrode) implements Derivation {
        public LinkedMastoids {
            Objects.requireNonNull(electrode);
        }

        @Override
        public String label() {
            return electrode + "-M1M2";
        }
    }

    /** Against (A1+A2)/2, computed; ear lobes are other electrodes than mastoids. */
    record LinkedEars(String electrode) implements Derivation {
        public LinkedEars {
            Objects.requireNonNull(electrode);
        }

        @Override
        public String label() {
            return electrode + "-A1A2";
        }
    }

    /** Against the mean of all good, non-interpolated scalp electrodes. */
    record CommonAverage(String electrode, AverageGate gate) implements Derivation {
        public CommonAverage {
            Objects.requireNonNull(electrode);
            Objects.requireNonNull(gate);
        }

        @Override
        public String label() {
            return electrode + "-Avg";
        }
    }

    /** Against infinity as {@link InfinityReference} estimates it, from all good, non-interpolated scalp electrodes. */
    record AgainstInfinity(String electrode, AverageGate gate) implements Derivation {
        public AgainstInfinity {
            Objects.requireNonNull(electrode);
            Objects.requireNonNull(gate);
        }

        @Override
        public String label() {
            return electrode + "-REST";
        }
    }

    /**
     * Against the mean of its four nearest recorded neighbours, weighted by 1/distance (source derivation, Hjorth 1975, 1980):
     * proportional to the surface Laplacian, in µV.
     */
    record SourceDerivation(String electrode) implements Derivation {
        public SourceDerivation {
            Objects.requireNonNull(electrode);
        }

        @Override
        public String label() {
            return electrode + "-Lap";
        }
    }

    /** Negative surface Laplacian of a spherical spline through all good scalp electrodes, in µV/m². */
    record CurrentDensity(String electrode) implements Derivation {
        public CurrentDensity {
            Objects.requireNonNull(electrode);
        }

        @Override
        public String label() {
            return electrode + "-CSD";
        }
    }

    private static void requireTwo(String first, String second) {
        if (first.equals(second)) {
            throw new IllegalArgumentException("a derivation must subtract another electrode: electrode=" + first);
        }
    }
}
