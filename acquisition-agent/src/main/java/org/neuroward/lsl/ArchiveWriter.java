package org.neuroward.lsl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Samples of protocol 1.00; see {@link ArchiveReader}. */
final class ArchiveWriter implements SampleWriter {

    /** Magic byte, and version 9 of the archive. */
    private static final byte[] HEAD = {0x7F, 1, 9};

    private final StreamKind kind;
    private boolean started;

    private ArchiveWriter(StreamKind kind) {
        this.kind = kind;
    }

    /** Starts an archive with the short description of the stream. */
    static ArchiveWriter open(StreamDescription description, ByteArrayOutputStream out) {
        out.writeBytes(HEAD);
        byte[] xml = DescriptionWriter.shortXml(description).getBytes(StandardCharsets.UTF_8);
        unsigned(xml.length, out);
        out.writeBytes(xml);
        return new ArchiveWriter(description.kind());
    }

    @Override
    public void write(double stamp, boolean deduced, byte[] values, int length, ByteArrayOutputStream out) {
        if (!started) {
            out.write(0);
            out.write(0);
            started = true;
        }
        signed(deduced ? PlainReader.DEDUCED : PlainReader.STAMPED, out);
        if (!deduced) {
            unsigned(Double.doubleToRawLongBits(stamp), out);
        }
        int at = 0;
        for (int channel = 0; channel < kind.channelCount(); channel++) {
            at = value(values, at, out);
        }
    }

    /** Returns where the next value starts. */
    private int value(byte[] values, int at, ByteArrayOutputStream out) {
        switch (kind.format()) {
            case FLOAT32 -> {
                float value = Float.intBitsToFloat(Bytes.LITTLE.getInt(values, at));
                unsigned((Float.isNaN(value) ? -1 >>> 1 : Float.floatToRawIntBits(value)) & 0xFFFF_FFFFL, out);
            }
            case DOUBLE64 -> {
                double value = Bytes.LITTLE.getDouble(values, at);
                unsigned(Double.isNaN(value) ? -1L >>> 1 : Double.doubleToRawLongBits(value), out);
            }
            case INT32 -> signed(Bytes.LITTLE.getInt(values, at), out);
            case INT16 -> signed(Bytes.LITTLE.getShort(values, at), out);
            case INT8 -> signed(values[at], out);
            case INT64 -> signed(Bytes.LITTLE.getLong(values, at), out);
            case STRING -> {
                return text(values, at, out);
            }
        }
        return at + kind.format().valueBytes();
    }

    private static int text(byte[] values, int at, ByteArrayOutputStream out) {
        int size = values[at];
        int length = size == 1 ? values[at + 1] & 0xFF : Bytes.LITTLE.getInt(values, at + 1);
        unsigned(length, out);
        out.write(values, at + 1 + size, length);
        return at + 1 + size + length;
    }

    private static void unsigned(long value, ByteArrayOutputStream out) {
        int size = (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8;
        out.write(size);
        lowest(value, size, out);
    }

    private static void signed(long value, ByteArrayOutputStream out) {
        int size = 0;
        if (value != 0) {
            long left = value;
            do {
                left >>= 8;
                size++;
            } while (left != 0 && left != -1);
        }
        out.write(value > 0 ? size : -size);
        lowest(value, size, out);
    }

    private static void lowest(long value, int size, ByteArrayOutputStream out) {
        for (int i = 0; i < size; i++) {
            out.write((int) (value >>> 8 * i));
        }
    }
}
