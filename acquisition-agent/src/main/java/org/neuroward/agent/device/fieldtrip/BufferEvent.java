package org.neuroward.agent.device.fieldtrip;

import java.nio.ByteBuffer;
import org.neuroward.agent.device.line.DamagedException;
import org.neuroward.agent.device.line.DeviceText;

/**
 * A remark in a buffer.
 *
 * @param sample counted as the buffer counts, modulo 2^32
 * @param samples how long it lasts
 */
record BufferEvent(int sample, int samples, String text) {

    private static final int FIXED_BYTES = 32;

    /** A value of more numbers than these is not spelled out. */
    private static final int MOST_NUMBERS = 16;

    static BufferEvent read(ByteBuffer in) throws DamagedException {
        if (in.remaining() < FIXED_BYTES) {
            throw new DamagedException("an event has 32 bytes and more: bytes=" + in.remaining());
        }
        NumberType typeType = NumberType.of(Integer.toUnsignedLong(in.getInt()));
        long typeNumbers = Integer.toUnsignedLong(in.getInt());
        NumberType valueType = NumberType.of(Integer.toUnsignedLong(in.getInt()));
        long valueNumbers = Integer.toUnsignedLong(in.getInt());
        int sample = in.getInt();
        int offset = in.getInt();
        int duration = in.getInt();
        long bytes = Integer.toUnsignedLong(in.getInt());
        long needed = typeNumbers * typeType.bytes() + valueNumbers * valueType.bytes();
        if (bytes > in.remaining() || needed > bytes) {
            throw new DamagedException("an event lies within its message: bytes=" + bytes + ", needed=" + needed);
        }
        int end = in.position() + (int) bytes;
        String type = text(in, typeType, (int) typeNumbers);
        String value = text(in, valueType, (int) valueNumbers);
        in.position(end);
        return new BufferEvent(sample + offset, Math.max(0, duration), joined(type, value));
    }

    private static String text(ByteBuffer in, NumberType type, int numbers) {
        if (type == NumberType.CHAR) {
            byte[] bytes = new byte[numbers];
            in.get(bytes);
            return DeviceText.remark(bytes);
        }
        var text = new StringBuilder();
        for (int i = 0; i < numbers; i++) {
            double value = type.read(in);
            if (i < MOST_NUMBERS) {
                text.append(i == 0 ? "" : " ").append(plain(value));
            }
        }
        return text.append(numbers > MOST_NUMBERS ? " …" : "").toString();
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String joined(String type, String value) {
        return type.isEmpty() || value.isEmpty() ? type + value : type + "/" + value;
    }
}
