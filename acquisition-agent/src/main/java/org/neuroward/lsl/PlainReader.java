package org.neuroward.lsl;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Samples of protocol 1.10: a tag, a stamp where the tag says so, the values; no length, no check. */
final class PlainReader implements SampleReader {

    static final byte DEDUCED = 1;
    static final byte STAMPED = 2;

    private final StreamKind kind;
    private final Bytes order;
    private final DeducedStamps stamps;
    private final int valuesBytes;

    PlainReader(StreamKind kind, ByteOrder order) {
        this.kind = kind;
        this.order = Bytes.of(order);
        this.stamps = new DeducedStamps(kind.nominalHertz());
        this.valuesBytes = kind.channelCount() * kind.format().valueBytes();
    }

    @Override
    public boolean isReady(FeedInput in) {
        return !kind.format().isText()
                && in.buffered() > 0
                && in.buffered() >= headBytes(in.buffer()[in.position()]) + valuesBytes;
    }

    private static int headBytes(byte tag) {
        return tag == DEDUCED ? 1 : 1 + Double.BYTES;
    }

    @Override
    public void read(FeedInput in, SampleBatch batch) throws IOException {
        byte tag = in.peek();
        int head = headBytes(tag);
        in.require(head + valuesBytes);
        double stamp =
                tag == DEDUCED ? stamps.deduced() : stamps.given(order.getDouble(in.buffer(), in.position() + 1));
        in.skip(head);
        int sample = batch.add(stamp);
        if (kind.format().isText()) {
            readTexts(in, batch, sample);
        } else {
            readNumbers(in.buffer(), in.position(), batch, sample);
            in.skip(valuesBytes);
        }
    }

    private void readNumbers(byte[] bytes, int from, SampleBatch batch, int sample) {
        int channels = kind.channelCount();
        int to = sample * channels;
        int size = kind.format().valueBytes();
        for (int channel = 0; channel < channels; channel++, to++) {
            int at = from + channel * size;
            switch (kind.format()) {
                case FLOAT32 -> batch.reals()[to] = Float.intBitsToFloat(order.getInt(bytes, at));
                case DOUBLE64 -> batch.reals()[to] = order.getDouble(bytes, at);
                case INT32 -> batch.integers()[to] = order.getInt(bytes, at);
                case INT16 -> batch.integers()[to] = order.getShort(bytes, at);
                case INT8 -> batch.integers()[to] = bytes[at];
                case INT64 -> batch.integers()[to] = order.getLong(bytes, at);
                case STRING -> throw new AssertionError("texts are read elsewhere");
            }
        }
    }

    private void readTexts(FeedInput in, SampleBatch batch, int sample) throws IOException {
        var budget = new TextBudget();
        for (int channel = 0; channel < kind.channelCount(); channel++) {
            int length = budget.take(readLength(in));
            batch.set(sample, channel, new String(in.bytes(length), StandardCharsets.UTF_8));
        }
    }

    private long readLength(FeedInput in) throws IOException {
        int size = in.next() & 0xFF;
        in.require(Math.min(size, Long.BYTES));
        byte[] bytes = in.buffer();
        int at = in.position();
        long length =
                switch (size) {
                    case 1 -> bytes[at] & 0xFF;
                    case 2 -> order.getShort(bytes, at) & 0xFFFF;
                    case 4 -> order.getInt(bytes, at) & 0xFFFF_FFFFL;
                    case 8 -> order.getLong(bytes, at);
                    default -> throw new LslException("a text's length has 1, 2, 4 or 8 bytes, not " + size);
                };
        in.skip(size);
        return length;
    }
}
