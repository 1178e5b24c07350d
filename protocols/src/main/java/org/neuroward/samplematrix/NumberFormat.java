package org.neuroward.samplematrix;

/** How one number of a matrix is stored, little-endian. */
public enum NumberFormat {
    INT_16(Short.BYTES),
    INT_32(Integer.BYTES),
    FLOAT_32(Float.BYTES),
    FLOAT_64(Double.BYTES);

    private final int bytes;

    NumberFormat(int bytes) {
        this.bytes = bytes;
    }

    public int bytes() {
        return bytes;
    }

    public boolean isInteger() {
        return this == INT_16 || this == INT_32;
    }
}
