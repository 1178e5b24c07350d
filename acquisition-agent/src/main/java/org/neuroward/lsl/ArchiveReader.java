package org.neuroward.lsl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Samples of protocol 1.00, which are a "portable binary archive": every number is preceded by the count of its bytes that
 * are not redundant, and is little-endian.
 */
final class ArchiveReader implements SampleReader {

    private static final byte MAGIC = 0x7F;
    private static final int CLASS_INFORMATION_BYTES = 2;

    private final StreamKind kind;
    private final DeducedStamps stamps;
    private boolean started;

    private ArchiveReader(StreamKind kind) {
        this.kind = kind;
        this.stamps = new DeducedStamps(kind.nominalHertz());
    }

    /** Reads the head of the archive, and the short description that stands before the samples. */
    static ArchiveReader open(FeedInput in, StreamDescription expected) throws IOException {
        readHead(in);
        long length = unsigned(in, Long.BYTES);
        if (length < 0 || length > Limits.SHORT_DESCRIPTION_BYTES) {
            throw new LslException("a description is too long: bytes=" + Long.toUnsignedString(length));
        }
        String xml = new String(in.bytes((int) length), StandardCharsets.UTF_8);
        StreamDescription actual = DescriptionReader.read(xml);
        if (!actual.instance().hasUid(expected.instance().uid())) {
            throw new StreamGoneException(
                    "another stream answers: " + actual.instance().uid());
        }
        return new ArchiveReader(expected.kind());
    }

    private static void readHead(FeedInput in) throws IOException {
        if (in.next() != MAGIC) {
            throw new LslException("an archive starts with 7F");
        }
        unsigned(in, 2);
    }

    @Override
    public boolean isReady(FeedInput in) {
        return false;
    }

    @Override
    public void read(FeedInput in, SampleBatch batch) throws IOException {
        if (!started) {
            in.require(CLASS_INFORMATION_BYTES);
            in.skip(CLASS_INFORMATION_BYTES);
            started = true;
        }
        long tag = signed(in, 1);
        double stamp = tag == PlainReader.DEDUCED
                ? stamps.deduced()
                : stamps.given(Double.longBitsToDouble(unsigned(in, Long.BYTES)));
        int sample = batch.add(stamp);
        var budget = new TextBudget();
        for (int channel = 0; channel < kind.channelCount(); channel++) {
            readValue(in, batch, sample, channel, budget);
        }
    }

    private void readValue(FeedInput in, SampleBatch batch, int sample, int channel, TextBudget budget)
            throws IOException {
        switch (kind.format()) {
            case FLOAT32 -> batch.set(sample, channel, Float.intBitsToFloat((int) unsigned(in, Integer.BYTES)));
            case DOUBLE64 -> batch.set(sample, channel, Double.longBitsToDouble(unsigned(in, Long.BYTES)));
            case STRING -> {
                int length = budget.take(unsigned(in, Long.BYTES));
                batch.set(sample, channel, new String(in.bytes(length), StandardCharsets.UTF_8));
            }
            case INT32, INT16, INT8, INT64 ->
                batch.setUnchecked(
                        sample * kind.channelCount() + channel,
                        signed(in, kind.format().valueBytes()));
        }
    }

    private static long unsigned(FeedInput in, int mostBytes) throws IOException {
        int size = in.next();
        if (size < 0 || size > mostBytes) {
            throw new LslException("an unsigned number has up to " + mostBytes + " bytes, not " + size);
        }
        return overlaid(in, size, 0);
    }

    private static long signed(FeedInput in, int mostBytes) throws IOException {
        int size = in.next();
        if (Math.abs(size) > mostBytes) {
            throw new LslException("a number has up to " + mostBytes + " bytes, not " + size);
        }
        long value = overlaid(in, Math.abs(size), size < 0 ? -1 : 0);
        int unused = Long.SIZE - 8 * mostBytes;
        return value << unused >> unused;
    }

    /** @param start the value whose lowest bytes are replaced */
    private static long overlaid(FeedInput in, int size, long start) throws IOException {
        in.require(size);
        long value = start;
        for (int i = 0; i < size; i++) {
            int shift = 8 * i;
            value = value & ~(0xFFL << shift) | (in.next() & 0xFFL) << shift;
        }
        return value;
    }
}
