package org.neuroward.samplematrix;

import java.io.Closeable;
import java.io.IOException;

/** The numbers as stored, before any scale: integers exactly, floats exactly. */
public interface SampleMatrix extends Closeable {

    MatrixShape shape();

    /**
     * Copies {@code count} numbers of {@code channel} from {@code firstFrame} on to {@code into[from]} and after.
     *
     * @throws IndexOutOfBoundsException when the stretch leaves the matrix
     */
    void read(int channel, long firstFrame, double[] into, int from, int count) throws IOException;
}
