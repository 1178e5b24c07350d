package org.neuroward.agent.device.brainvision;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.neuroward.agent.device.line.Connection;
import org.neuroward.agent.device.line.DamagedException;

/**
 * One message of the recorder: 16 bytes that begin every message, its whole size, its type, its body; little-endian. The
 * layout is that of Brain Products' RDA.h (2000) as the public clients of FieldTrip and BCI2000 restate it.
 *
 * @param body positioned at its first byte; empty for a message that was passed over
 */
record RdaMessage(long type, ByteBuffer body) {

    static final int START = 1;
    static final int DATA16 = 2;
    static final int STOP = 3;
    static final int DATA32 = 4;

    private static final byte[] BEGINNING = {
        (byte) 0x8E,
        0x45,
        0x58,
        0x43,
        (byte) 0x96,
        (byte) 0xC9,
        (byte) 0x86,
        0x4C,
        (byte) 0xAF,
        0x4A,
        (byte) 0x98,
        (byte) 0xBB,
        (byte) 0xF6,
        (byte) 0xC9,
        0x14,
        0x50
    };
    private static final int HEADER_BYTES = 24;

    /** 512 channels at 25 kHz are 2 MiB in 40 ms. */
    private static final int MOST_BYTES = 4 << 20;

    static RdaMessage read(Connection connection) throws IOException {
        ByteBuffer header = connection.read(HEADER_BYTES);
        byte[] beginning = new byte[BEGINNING.length];
        header.get(beginning);
        if (!java.util.Arrays.equals(beginning, BEGINNING)) {
            throw new DamagedException("an RDA message begins with its 16 bytes, these are others");
        }
        long size = Integer.toUnsignedLong(header.getInt());
        long type = Integer.toUnsignedLong(header.getInt());
        if (size < HEADER_BYTES || size > MOST_BYTES) {
            throw new DamagedException("an RDA message has 24 bytes to 4 MiB: size=" + size + ", type=" + type);
        }
        int bodyBytes = (int) size - HEADER_BYTES;
        if (type >= START && type <= DATA32) {
            return new RdaMessage(type, connection.read(bodyBytes));
        }
        connection.skip(bodyBytes);
        return new RdaMessage(type, ByteBuffer.allocate(0));
    }

    /** Impedance measurement begins, goes on or ends. What these messages hold is in no public document. */
    boolean isOfImpedance() {
        return type >= 6 && type <= 8;
    }
}
