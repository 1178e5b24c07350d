package org.neuroward.lsl;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;

/** Samples of protocol 1.10. Texts are always little-endian, as liblsl sends them. */
final class PlainWriter implements SampleWriter {

    private final int valueBytes;
    private final Bytes order;
    private final byte[] head = new byte[1 + Double.BYTES];
    private byte[] swapped = new byte[0];

    PlainWriter(ChannelFormat format, ByteOrder order) {
        this.valueBytes = format.valueBytes();
        this.order = Bytes.of(order);
    }

    @Override
    public void write(double stamp, boolean deduced, byte[] values, int length, ByteArrayOutputStream out) {
        if (deduced) {
            out.write(PlainReader.DEDUCED);
        } else {
            head[0] = PlainReader.STAMPED;
            order.putLong(head, 1, Double.doubleToRawLongBits(stamp));
            out.write(head, 0, head.length);
        }
        out.write(order.isLittle() ? values : swapped(values, length), 0, length);
    }

    private byte[] swapped(byte[] values, int length) {
        if (swapped.length < length) {
            swapped = new byte[length];
        }
        for (int from = 0; from < length; from += valueBytes) {
            for (int i = 0; i < valueBytes; i++) {
                swapped[from + i] = values[from + valueBytes - 1 - i];
            }
        }
        return swapped;
    }
}
