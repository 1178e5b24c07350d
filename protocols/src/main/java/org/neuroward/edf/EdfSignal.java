package org.neuroward.edf;

import java.util.Objects;

/**
 * One signal's part of the header, as read.
 *
 * @param label as written, without the padding
 * @param calibrated false when the two ranges give no factor
 * @param samplesPerRecord for an annotation signal the number of sample-sized places for its text
 * @param byteOffset of the signal's samples inside a data record
 */
public record EdfSignal(
        String label,
        String transducer,
        String unit,
        double physicalMin,
        double physicalMax,
        int digitalMin,
        int digitalMax,
        String prefilter,
        int samplesPerRecord,
        boolean annotations,
        boolean calibrated,
        long byteOffset) {

    public EdfSignal {
        Objects.requireNonNull(label);
        Objects.requireNonNull(transducer);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(prefilter);
    }
}
