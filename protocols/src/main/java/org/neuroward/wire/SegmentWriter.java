package org.neuroward.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Writes frames into one segment file, one behind the other. One thread writes; any thread may force. */
final class SegmentWriter implements Closeable {

    private final LogFile file;
    private final Path path;
    private final long stepBytes;
    private long position;
    private long filledBytes;

    /**
     * @param position behind the last frame
     * @param filledBytes length of the file; what lies behind {@code position} is zeros
     * @param stepBytes zeros to write at a time when the file is full; 0 to let it grow frame by frame
     */
    SegmentWriter(LogFile file, Path path, long position, long filledBytes, long stepBytes) {
        this.file = file;
        this.path = path;
        this.position = position;
        this.filledBytes = filledBytes;
        this.stepBytes = stepBytes;
    }

    Path path() {
        return path;
    }

    /** Bytes of frames. */
    long position() {
        return position;
    }

    void write(byte[] frame) throws IOException {
        long end = position + frame.length;
        if (stepBytes > 0 && end > filledBytes) {
            long filled = Math.max(end, filledBytes + stepBytes);
            LogHome.fillWithZeros(file, filledBytes, filled);
            filledBytes = filled;
        }
        file.write(ByteBuffer.wrap(frame), position);
        position = end;
        filledBytes = Math.max(filledBytes, end);
    }

    void force() throws IOException {
        file.force();
    }

    /** Gives back space that no frame will take, forces and closes. */
    void finish() throws IOException {
        try (LogFile closing = file) {
            if (filledBytes > position) {
                closing.truncate(position);
            }
            closing.force();
        }
    }

    /** Closes the file as it is. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
