package org.neuroward.edf;

import java.io.IOException;

/** The stretch of a file that was read last; what lies in it is not read again. Not for several threads at once. */
final class FileWindow {

    /** In front of the stretch: a 24-bit number may be taken with the byte ahead of it. */
    private static final int LEAD = 1;

    private final FileBytes file;
    private byte[] bytes = new byte[LEAD];
    private long start;
    private int length;

    FileWindow(FileBytes file) {
        this.file = file;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean holds(long position, int count) {
        return position >= start && position + count <= start + length;
    }

    /** Index in {@link #bytes} of the byte at {@code position}; the {@code count} bytes from there on are at hand then. */
    int at(long position, int count) throws IOException {
        if (!holds(position, count)) {
            length = 0;
            if (bytes.length < LEAD + count) {
                bytes = new byte[LEAD + count];
            }
            file.read(position, bytes, LEAD, count);
            start = position;
            length = count;
        }
        return LEAD + (int) (position - start);
    }
}
