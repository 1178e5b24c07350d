package org.neuroward.edf;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Samples of one signal that wait for a data record: recorded pieces and missing stretches, in order. */
final class SampleQueue {

    /** Either counts, of which {@code used} are taken, or a missing stretch. */
    private static final class Piece {
        private final int[] counts;
        private long left;

        Piece(int[] counts, long left) {
            this.counts = counts;
            this.left = left;
        }
    }

    private final Deque<Piece> pieces = new ArrayDeque<>();
    private long position;
    private long known;
    private long recorded;
    private int last;

    /** Index of the next sample to be taken. */
    long position() {
        return position;
    }

    /** Samples that are known ahead, recorded or missing. */
    long known() {
        return known;
    }

    boolean holdsRecorded() {
        return recorded > 0;
    }

    void append(int[] counts, int from, int length) {
        if (length > 0) {
            pieces.add(new Piece(Arrays.copyOfRange(counts, from, from + length), length));
            known += length;
            recorded += length;
        }
    }

    void skip(long count) {
        Piece tail = pieces.peekLast();
        known += count;
        if (tail != null && tail.counts == null) {
            tail.left += count;
        } else if (count > 0) {
            pieces.add(new Piece(null, count));
        }
    }

    /** Length of the missing stretch at the head. */
    long missingAhead() {
        Piece head = pieces.peek();
        return head == null || head.counts != null ? 0 : head.left;
    }

    /** Takes up to {@code count} samples of the missing stretch at the head away. */
    void dropMissing(long count) {
        long dropped = Math.min(count, missingAhead());
        if (dropped > 0) {
            take(pieces.peek(), dropped);
        }
        position += count - dropped;
    }

    /**
     * Takes the next {@code count} samples. Missing ones, and those beyond the end, take the last recorded value, which
     * makes no step, and are told to {@code missing}.
     */
    void take(int count, int[] into, MissingSamples missing) {
        int done = 0;
        while (done < count) {
            Piece head = pieces.peek();
            int piece = head == null ? count - done : (int) Math.min(head.left, count - done);
            if (head == null || head.counts == null) {
                Arrays.fill(into, done, done + piece, last);
                missing.note(position, piece);
            } else {
                System.arraycopy(head.counts, (int) (head.counts.length - head.left), into, done, piece);
                last = into[done + piece - 1];
            }
            if (head == null) {
                position += piece;
            } else {
                take(head, piece);
            }
            done += piece;
        }
    }

    private void take(Piece head, long count) {
        head.left -= count;
        position += count;
        known -= count;
        recorded -= head.counts == null ? 0 : count;
        if (head.left == 0) {
            pieces.remove();
        }
    }
}
