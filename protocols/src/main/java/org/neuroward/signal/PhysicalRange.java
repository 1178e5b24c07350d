package org.neuroward.signal;

/**
 * Physical values, in the channel's own unit, of the two ends of the digital range. The minimum may exceed the maximum:
 * EDF+ expresses inverted polarity so.
 */
public record PhysicalRange(double min, double max) {

    public PhysicalRange {
        if (min == max || !Double.isFinite(min) || !Double.isFinite(max)) {
            throw new IllegalArgumentException(
                    "physical minimum and maximum must be finite and differ: min=" + min + ", max=" + max);
        }
    }
}
