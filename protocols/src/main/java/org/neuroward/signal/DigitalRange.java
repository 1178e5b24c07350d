package org.neuroward.signal;

/** Smallest and largest count that a converter can give; EDF's digital minimum and maximum. */
public record DigitalRange(int min, int max) {

    public DigitalRange {
        if (max <= min) {
            throw new IllegalArgumentException(
                    "digital maximum must exceed digital minimum: min=" + min + ", max=" + max);
        }
    }
}
