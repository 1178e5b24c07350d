package org.neuroward.samplematrix;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A file that holds a matrix and nothing else ahead of it. The block read last is kept, so that going from channel to channel
 * over a short stretch reads the file once. Safe for several threads, one at a time.
 */
public final class MatrixFile implements SampleMatrix {

    private static final int BLOCK_BYTES = 1 << 20;

    private final FileChannel file;
    private final MatrixShape shape;
    private final int blockNumbers;
    private final ByteBuffer block;
    private long blockIndex = -1;

    private MatrixFile(FileChannel file, MatrixShape shape) {
        this.file = file;
        this.shape = shape;
        int frameBytes = shape.stride() * shape.format().bytes();
        this.blockNumbers = Math.max(1, BLOCK_BYTES / frameBytes) * shape.stride();
        long bytes = Math.min(blockNumbers, Math.max(1, shape.numbers()))
                * shape.format().bytes();
        this.block = ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @param shape must lie within the file */
    public static MatrixFile open(Path path, MatrixShape shape) throws IOException {
        return new MatrixFile(FileChannel.open(path, StandardOpenOption.READ), shape);
    }

    @Override
    public MatrixShape shape() {
        return shape;
    }

    @Override
    public synchronized void read(int channel, long firstFrame, double[] into, int from, int count) throws IOException {
        Objects.checkIndex(channel, shape.channels());
        Objects.checkFromIndexSize(firstFrame, count, shape.frames());
        int done = 0;
        while (done < count) {
            long position = shape.position(channel, firstFrame + done);
            load(position / blockNumbers);
            int at = (int) (position % blockNumbers);
            int held = (blockNumbers - at + shape.stride() - 1) / shape.stride();
            int taken = Math.min(count - done, held);
            decode(at, into, from + done, taken);
            done += taken;
        }
    }

    private void load(long index) throws IOException {
        if (index == blockIndex) {
            return;
        }
        blockIndex = -1;
        long firstNumber = index * blockNumbers;
        long numbers = Math.min(blockNumbers, shape.numbers() - firstNumber);
        block.clear().limit((int) numbers * shape.format().bytes());
        long start = firstNumber * shape.format().bytes();
        while (block.hasRemaining()) {
            if (file.read(block, start + block.position()) < 0) {
                throw new EOFException("the file became shorter while it was read: byte=" + (start + block.position()));
            }
        }
        blockIndex = index;
    }

    private void decode(int firstNumber, double[] into, int from, int count) {
        int bytes = shape.format().bytes();
        int step = shape.stride() * bytes;
        int at = firstNumber * bytes;
        int end = from + count;
        switch (shape.format()) {
            case INT_16 -> {
                for (int i = from; i < end; i++, at += step) {
                    into[i] = block.getShort(at);
                }
            }
            case INT_32 -> {
                for (int i = from; i < end; i++, at += step) {
                    into[i] = block.getInt(at);
                }
            }
            case FLOAT_32 -> {
                for (int i = from; i < end; i++, at += step) {
                    into[i] = block.getFloat(at);
                }
            }
            case FLOAT_64 -> {
                for (int i = from; i < end; i++, at += step) {
                    into[i] = block.getDouble(at);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
