package org.neuroward.eeglab;

/** What the elements of one matrix say of its size, to be compared with what is there. */
final class MatShape {

    /** Bytes of each element that are looked at; no size lies farther behind. */
    static final int LOOKED_AT = 128;

    private static final int CELL = 1;
    private static final int STRUCTURE = 2;
    private static final int OBJECT = 3;
    private static final int CHARACTERS = 4;
    private static final int FIRST_NUMBERS = 6;
    private static final int LAST_NUMBERS = 15;
    private static final int OPAQUE = 17;
    private static final int MOST_DIMENSIONS = LOOKED_AT / Integer.BYTES;

    private int kind = -1;
    private int elements;
    private long numbers = 1;
    private long nameBytes;
    private long allNameBytes;
    private long values;

    void addValue() {
        values++;
        elements++;
    }

    /** @param start of the content, filled up to whole words */
    void addElement(MatInput in, long bytes, byte[] start) {
        if (elements == 0 && start.length >= Integer.BYTES) {
            kind = in.toInt(start, 0) & 0xFF;
        } else if (elements == 1 && kind != OPAQUE) {
            dimensions(in, bytes, start);
        } else if (elements == namesAt() && start.length >= Integer.BYTES) {
            nameBytes = in.toInt(start, 0);
        } else if (elements == namesAt() + 1) {
            allNameBytes = bytes;
        }
        elements++;
    }

    boolean isTrue(long bytes) {
        if (bytes == 0) {
            return true;
        }
        if (numbers < 0) {
            return false;
        }
        return switch (kind) {
            case CELL -> values == numbers;
            case STRUCTURE, OBJECT -> nameBytes >= 0 && (nameBytes == 0 ? values == 0 : values == fields() * numbers);
            default -> !isPlain() || numbers <= bytes;
        };
    }

    private boolean isPlain() {
        return kind == CHARACTERS || kind >= FIRST_NUMBERS && kind <= LAST_NUMBERS;
    }

    private long fields() {
        return allNameBytes / nameBytes;
    }

    /** Length of a field's name; the names follow. An object states its class ahead of them. */
    private int namesAt() {
        return kind == STRUCTURE ? 3 : kind == OBJECT ? 4 : Integer.MAX_VALUE - 1;
    }

    private void dimensions(MatInput in, long bytes, byte[] start) {
        long count = bytes / Integer.BYTES;
        numbers = count < 2 || count > MOST_DIMENSIONS ? -1 : 1;
        for (int i = 0; i < count && numbers >= 0; i++) {
            int size = in.toInt(start, i * Integer.BYTES);
            // Beyond 2^31 a product cannot be held, whatever the next sizes are; a 0 among them is seen as well.
            numbers = size < 0 || numbers > Integer.MAX_VALUE ? -1 : numbers * size;
        }
    }
}
