package org.neuroward.eeglab;

import java.util.Objects;
import org.neuroward.samplematrix.MatrixShape;
import org.neuroward.samplematrix.NumberFormat;
import org.neuroward.samplematrix.SampleMatrix;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

/** Samples that stand in the dataset itself: a row for each channel, column after column. */
final class MatrixInMemory implements SampleMatrix {

    private final Matrix matrix;
    private final MatrixShape shape;

    MatrixInMemory(Matrix matrix) {
        this.matrix = matrix;
        NumberFormat format = matrix.getType() == MatlabType.Single ? NumberFormat.FLOAT_32 : NumberFormat.FLOAT_64;
        this.shape = new MatrixShape(format, true, matrix.getNumRows(), matrix.getNumCols());
    }

    @Override
    public MatrixShape shape() {
        return shape;
    }

    @Override
    public void read(int channel, long firstFrame, double[] into, int from, int count) {
        Objects.checkIndex(channel, shape.channels());
        Objects.checkFromIndexSize(firstFrame, count, shape.frames());
        int at = (int) firstFrame * shape.channels() + channel;
        for (int i = from; i < from + count; i++) {
            into[i] = matrix.getDouble(at);
            at += shape.channels();
        }
    }

    @Override
    public void close() {
        // Memory needs no closing; the library's buffers are ordinary heap.
    }
}
