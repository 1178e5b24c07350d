package org.neuroward.wire;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/** The segment that a log writes to, and full ones that no force has reached. One thread writes, one at a time forces. */
final class OpenSegments {

    private final Queue<SegmentWriter> full = new ArrayDeque<>();
    private SegmentWriter current;

    OpenSegments(SegmentWriter current) {
        this.current = current;
    }

    synchronized SegmentWriter current() {
        return current;
    }

    /** The next force also forces the full one: so appending does not wait for it. */
    synchronized void startNext(SegmentWriter next) {
        full.add(current);
        current = next;
    }

    private synchronized SegmentWriter oldestFull() {
        return full.peek();
    }

    private synchronized void removeOldestFull() {
        full.remove();
    }

    /** Forces all that was written before the call, and closes what is full. */
    void force() throws IOException {
        // The writing thread may call the current one full meanwhile: that one stays open until the next force.
        SegmentWriter last = current();
        for (SegmentWriter older = oldestFull(); older != null && older != last; older = oldestFull()) {
            older.finish();
            removeOldestFull();
        }
        last.force();
    }

    /** Closes the files as they are. */
    void close() throws IOException {
        for (SegmentWriter older = oldestFull(); older != null; older = oldestFull()) {
            removeOldestFull();
            older.close();
        }
        current().close();
    }

    /** Gives back space that no frame will take, after a force, and closes. */
    void finish() throws IOException {
        current().finish();
    }
}
