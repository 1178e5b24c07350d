package org.neuroward.eeglab;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The bytes of a MAT file in their order, counted against a limit that is shared by all parts of the file. */
final class MatInput {

    /** Bytes that have been read of all parts. */
    static final class Budget {

        private long spent;

        private void spend(long bytes) throws EeglabFormatException {
            spent += bytes;
            if (spent > MatCheck.MOST_BYTES) {
                throw new EeglabFormatException(EeglabProblem.TOO_MUCH, Map.of("limit", MatCheck.MOST_BYTES));
            }
        }
    }

    /**
     * What stands ahead of each element.
     *
     * @param bytes of its content
     * @param stored bytes that it takes up, filled up to a whole number of words
     */
    record Tag(int type, long bytes, long stored) {

        static final int MATRIX = 14;
        static final int COMPRESSED = 15;
    }

    private final InputStream in;
    private final boolean bigEndian;
    private final Budget budget;
    private long position;

    MatInput(InputStream in, boolean bigEndian, Budget budget) {
        this.in = in;
        this.bigEndian = bigEndian;
        this.budget = budget;
    }

    /** The same order and limit for bytes within these. */
    MatInput within(InputStream inner) {
        return new MatInput(inner, bigEndian, budget);
    }

    long position() {
        return position;
    }

    InputStream stream() {
        return in;
    }

    Tag tag() throws IOException {
        int first = toInt(read(Integer.BYTES), 0);
        int upper = first >>> 16;
        if (upper != 0) {
            // Up to four bytes of content stand in the tag itself.
            if (upper > Integer.BYTES) {
                throw new EeglabFormatException(EeglabProblem.DAMAGED, Map.of());
            }
            return new Tag(first & 0xFFFF, upper, Integer.BYTES);
        }
        long bytes = Integer.toUnsignedLong(toInt(read(Integer.BYTES), 0));
        boolean padded = first != Tag.MATRIX && first != Tag.COMPRESSED;
        return new Tag(first, bytes, padded ? (bytes + 7) / 8 * 8 : bytes);
    }

    byte[] read(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        spend(count);
        return bytes;
    }

    /** Reads on in fact: what is skipped must be there. */
    void skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            left -= read((int) Math.min(left, 1 << 14)).length;
        }
    }

    boolean atEnd() throws IOException {
        in.mark(1);
        boolean end = in.read() < 0;
        in.reset();
        return end;
    }

    int toInt(byte[] bytes, int at) {
        int little =
                bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
        return bigEndian ? Integer.reverseBytes(little) : little;
    }

    private void spend(int count) throws EeglabFormatException {
        position += count;
        budget.spend(count);
    }
}
