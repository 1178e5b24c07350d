package org.neuroward.lsl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Values of a sample in plain form, little-endian: how an outlet keeps them until they are sent. */
final class PlainValues {

    private static final int LENGTH_OF_SHORT_TEXT = 255;

    private PlainValues() {}

    /** Into {@code reuse} when they have room there, else into a new array. Their length is {@link #length}. */
    static byte[] encode(SampleBatch batch, int sample, byte[] reuse) {
        if (batch.format().isText()) {
            return texts(batch, sample);
        }
        int size = batch.format().valueBytes();
        int length = batch.channels() * size;
        byte[] bytes = reuse != null && reuse.length == length ? reuse : new byte[length];
        for (int channel = 0; channel < batch.channels(); channel++) {
            put(batch, sample, channel, bytes, channel * size);
        }
        return bytes;
    }

    private static void put(SampleBatch batch, int sample, int channel, byte[] bytes, int at) {
        int from = sample * batch.channels() + channel;
        switch (batch.format()) {
            case FLOAT32 -> Bytes.LITTLE.putInt(bytes, at, Float.floatToRawIntBits((float) batch.reals()[from]));
            case DOUBLE64 -> Bytes.LITTLE.putLong(bytes, at, Double.doubleToRawLongBits(batch.reals()[from]));
            case INT32 -> Bytes.LITTLE.putInt(bytes, at, (int) batch.integers()[from]);
            case INT16 -> Bytes.LITTLE.putShort(bytes, at, (short) batch.integers()[from]);
            case INT8 -> bytes[at] = (byte) batch.integers()[from];
            case INT64 -> Bytes.LITTLE.putLong(bytes, at, batch.integers()[from]);
            case STRING -> throw new AssertionError("texts are encoded elsewhere");
        }
    }

    private static byte[] texts(SampleBatch batch, int sample) {
        byte[] bytes = new byte[64];
        int length = 0;
        for (int channel = 0; channel < batch.channels(); channel++) {
            byte[] text = batch.text(sample, channel).getBytes(StandardCharsets.UTF_8);
            if (text.length > Limits.TEXT_BYTES) {
                throw new IllegalArgumentException("a text has at most 1 MiB: bytes=" + text.length);
            }
            int needed = length + text.length + 1 + Integer.BYTES;
            bytes = needed > bytes.length ? Arrays.copyOf(bytes, 2 * needed) : bytes;
            if (text.length <= LENGTH_OF_SHORT_TEXT) {
                bytes[length++] = 1;
                bytes[length++] = (byte) text.length;
            } else {
                bytes[length++] = Integer.BYTES;
                Bytes.LITTLE.putInt(bytes, length, text.length);
                length += Integer.BYTES;
            }
            System.arraycopy(text, 0, bytes, length, text.length);
            length += text.length;
        }
        return Arrays.copyOf(bytes, length);
    }
}
