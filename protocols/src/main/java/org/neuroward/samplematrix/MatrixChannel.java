package org.neuroward.samplematrix;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import org.neuroward.signal.Channel;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.DigitalRange;
import org.neuroward.signal.PhysicalRange;
import org.neuroward.signal.SamplingRate;

/**
 * What a file says of one row of its matrix.
 *
 * @param resolution {@code unit}s in a stored 1; neither 0 nor beyond 1e±30
 * @param prefilter filters applied before digitisation, may be empty
 */
public record MatrixChannel(String label, ChannelKind kind, String unit, double resolution, String prefilter) {

    /** The largest count of {@link #channel} for floats: 24 bits, symmetrical, so that 0 stays 0. */
    static final int LARGEST_COUNT = (1 << 23) - 1;

    private static final MathContext FOUR_DIGITS_UP = new MathContext(4, RoundingMode.CEILING);

    public MatrixChannel {
        Objects.requireNonNull(label);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(prefilter);
        double size = Math.abs(resolution);
        if (!(size >= 1e-30 && size <= 1e30)) {
            throw new IllegalArgumentException(
                    "a resolution must be a usable number: label=" + label + ", resolution=" + resolution);
        }
    }

    Channel channel(SamplingRate rate, NumberFormat format, double largest) {
        DigitalRange digital =
                switch (format) {
                    case INT_16 -> new DigitalRange(Short.MIN_VALUE, Short.MAX_VALUE);
                    case INT_32 ->
                        largest <= LARGEST_COUNT
                                ? new DigitalRange(-LARGEST_COUNT, LARGEST_COUNT)
                                : new DigitalRange(Integer.MIN_VALUE, Integer.MAX_VALUE);
                    case FLOAT_32, FLOAT_64 -> new DigitalRange(-LARGEST_COUNT, LARGEST_COUNT);
                };
        PhysicalRange physical = format.isInteger()
                ? new PhysicalRange(digital.min() * resolution, digital.max() * resolution)
                : around(largest * Math.abs(resolution));
        return new Channel(label, kind, unit, rate, digital, physical, "", prefilter);
    }

    /**
     * A range that the largest value lies inside of, so that it does not look like a converter at its end; in four digits,
     * which an EDF header can hold.
     */
    private static PhysicalRange around(double largest) {
        BigDecimal end = largest > 0 ? new BigDecimal(largest * 1.001).round(FOUR_DIGITS_UP) : BigDecimal.ONE;
        return new PhysicalRange(end.negate().doubleValue(), end.doubleValue());
    }
}
