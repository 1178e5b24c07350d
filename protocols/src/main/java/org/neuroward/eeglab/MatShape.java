package org.neuroward.eeglab;

import java.util.Set;

/**
 * What the elements of one matrix say of its size and make, to be compared with what is there. The library takes elements one
 * after the other as their kind demands; a matrix with one too few would make it take the next matrix for its own.
 */
final class MatShape {

    /** Bytes of each element that are looked at; no size lies farther behind. */
    static final int LOOKED_AT = 128;

    /** Integers of 8 to 64 bits and floats; numbers may be stored as any of them. */
    private static final Set<Integer> NUMBER_TYPES = Set.of(1, 2, 3, 4, 5, 6, 7, 9, 12, 13);

    private static final int CELL = 1;
    private static final int STRUCTURE = 2;
    private static final int OBJECT = 3;
    private static final int CHARACTERS = 4;
    private static final int SPARSE = 5;
    private static final int FIRST_NUMBERS = 6;
    private static final int LAST_NUMBERS = 15;
    private static final int FUNCTION = 16;
    private static final int OPAQUE = 17;
    private static final int COMPLEX_FLAG = 1 << 11;
    private static final int MOST_DIMENSIONS = LOOKED_AT / Integer.BYTES;
    /** Flags, dimensions, name. */
    private static final int HEAD = 3;

    private int kind = -1;
    private boolean complex;
    private int elements;
    private long numbers = 1;
    private long nameBytes;
    private long allNameBytes;
    private long values;
    private boolean sound = true;

    void addValue() {
        values++;
    }

    /** @param start of the content, filled up to whole words */
    void addElement(MatInput in, MatInput.Tag tag, byte[] start) {
        // Values within this one stand behind all that tells how many they are.
        sound &= values == 0;
        if (elements >= HEAD && isNumbers()) {
            sound &= NUMBER_TYPES.contains(tag.type());
        }
        if (elements == 0) {
            flags(in, tag, start);
        } else if (elements == 1) {
            dimensions(in, tag.bytes(), start);
        } else if (elements == namesAt() && start.length >= Integer.BYTES) {
            nameBytes = in.toInt(start, 0);
        } else if (elements == namesAt() + 1) {
            allNameBytes = tag.bytes();
        }
        elements++;
    }

    /** Objects of MATLAB's own classes, which are kept in a form that is not published. */
    boolean isOpaque() {
        return kind == OPAQUE;
    }

    /** @param bytes of the whole matrix */
    boolean isTrue(long bytes) {
        if (bytes == 0) {
            return true;
        }
        if (!sound) {
            return false;
        }
        int imaginary = complex ? 1 : 0;
        return switch (kind) {
            case CELL -> consistsOf(HEAD, numbers);
            case STRUCTURE, OBJECT -> nameBytes >= 0 && consistsOf(namesAt() + 2, fields() * numbers);
            case CHARACTERS -> consistsOf(HEAD + 1, 0) && numbers <= bytes;
            case SPARSE -> consistsOf(HEAD + 3 + imaginary, 0);
            case FUNCTION -> consistsOf(HEAD, 1);
            default -> isNumbers() && consistsOf(HEAD + 1 + imaginary, 0) && numbers <= bytes;
        };
    }

    private boolean consistsOf(int plainElements, long valuesWithin) {
        return elements == plainElements && values == valuesWithin;
    }

    private boolean isNumbers() {
        return kind >= FIRST_NUMBERS && kind <= LAST_NUMBERS;
    }

    private long fields() {
        return nameBytes == 0 ? 0 : allNameBytes / nameBytes;
    }

    /** Length of a field's name; the names follow. An object states its class ahead of them. */
    private int namesAt() {
        return kind == STRUCTURE ? HEAD : kind == OBJECT ? HEAD + 1 : Integer.MAX_VALUE - 2;
    }

    private void flags(MatInput in, MatInput.Tag tag, byte[] start) {
        sound &= tag.bytes() == 2 * Integer.BYTES;
        if (start.length >= Integer.BYTES) {
            int flags = in.toInt(start, 0);
            kind = flags & 0xFF;
            complex = (flags & COMPLEX_FLAG) != 0;
        }
    }

    private void dimensions(MatInput in, long bytes, byte[] start) {
        long count = bytes / Integer.BYTES;
        sound &= kind == OPAQUE || count >= 2 && count <= MOST_DIMENSIONS;
        for (int i = 0; i < count && sound && kind != OPAQUE; i++) {
            int size = in.toInt(start, i * Integer.BYTES);
            // Beyond 2^31 a product cannot be held, whatever the next sizes are; a 0 among them is seen as well.
            sound = size >= 0 && numbers <= Integer.MAX_VALUE;
            numbers *= size;
        }
        sound &= numbers <= Integer.MAX_VALUE;
    }
}
