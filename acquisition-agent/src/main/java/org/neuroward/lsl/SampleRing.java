package org.neuroward.lsl;

import java.io.ByteArrayOutputStream;

/**
 * The newest samples of an outlet, for all its clients: each reads at its own place, and nobody holds up whoever pushes. Safe
 * for use by several threads.
 */
final class SampleRing {

    private static final long MOST_BYTES = 32L << 20;
    private static final int FEWEST = 16;
    private static final int USUAL_IRREGULAR = 10_000;

    private final StreamKind kind;
    private final byte[][] values;
    private final double[] stamps;
    private final boolean[] deduced;
    private final DeducedStamps deducing;
    private long head;
    private long tail;
    private long textBytes;
    private boolean closed;

    SampleRing(StreamKind kind, int bufferSeconds) {
        this.kind = kind;
        int capacity = capacity(kind, bufferSeconds);
        this.values = new byte[capacity][];
        this.stamps = new double[capacity];
        this.deduced = new boolean[capacity];
        this.deducing = new DeducedStamps(kind.nominalHertz());
    }

    private static int capacity(StreamKind kind, int bufferSeconds) {
        double wanted = kind.isRegular() ? Math.ceil(kind.nominalHertz() * bufferSeconds) : USUAL_IRREGULAR;
        long sampleBytes = 32 + (long) kind.channelCount() * kind.format().valueBytes();
        return (int) Math.max(FEWEST, Math.min(wanted, MOST_BYTES / sampleBytes));
    }

    int capacity() {
        return values.length;
    }

    synchronized void push(SampleBatch batch) {
        for (int sample = 0; sample < batch.count(); sample++) {
            int slot = (int) (head % values.length);
            if (head - tail == values.length) {
                forgetOldest();
            }
            deduced[slot] = batch.isDeduced(sample);
            stamps[slot] = deduced[slot] ? deducing.deduced() : deducing.given(batch.stamp(sample));
            values[slot] = PlainValues.encode(batch, sample, values[slot]);
            head++;
            if (kind.format().isText()) {
                textBytes += values[slot].length;
                while (textBytes > MOST_BYTES && head - tail > 1) {
                    forgetOldest();
                }
            }
        }
        notifyAll();
    }

    private void forgetOldest() {
        int slot = (int) (tail % values.length);
        if (kind.format().isText()) {
            textBytes -= values[slot].length;
            values[slot] = null;
        }
        tail++;
    }

    /** Where the next sample that is pushed will be. */
    synchronized long head() {
        return head;
    }

    /** The oldest sample that a client which may keep {@code most} waiting can still have. */
    synchronized long oldest(int most) {
        return Math.max(tail, head - most);
    }

    /** Waits up to {@code millis} for samples after {@code place}. */
    synchronized boolean await(long place, long millis) throws InterruptedException {
        if (head <= place && !closed) {
            wait(millis);
        }
        return head > place;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /**
     * Writes samples from {@code from} on, until some {@code bytes} are there.
     *
     * @param from not below {@link #oldest}
     * @param follows the client has the sample before {@code from}, so that a stamp may be left out
     * @return the place after the last one written, or -1 when {@code from} is gone
     */
    synchronized long copy(long from, boolean follows, int bytes, SampleWriter writer, ByteArrayOutputStream out) {
        if (from < tail) {
            return -1;
        }
        long place = from;
        while (place < head && out.size() < bytes) {
            int slot = (int) (place % values.length);
            boolean leaveOut = deduced[slot] && (follows || place > from);
            writer.write(stamps[slot], leaveOut, values[slot], values[slot].length, out);
            place++;
        }
        return place;
    }
}
