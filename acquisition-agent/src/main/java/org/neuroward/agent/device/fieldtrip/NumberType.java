package org.neuroward.agent.device.fieldtrip;

import java.nio.ByteBuffer;
import org.neuroward.agent.device.line.DamagedException;

/** The kinds of numbers that a buffer can hold, in the order of their codes. */
enum NumberType {
    CHAR(1, true) {
        @Override
        double read(ByteBuffer in) {
            return in.get() & 0xff;
        }
    },
    UINT8(1, true) {
        @Override
        double read(ByteBuffer in) {
            return in.get() & 0xff;
        }
    },
    UINT16(2, true) {
        @Override
        double read(ByteBuffer in) {
            return in.getShort() & 0xffff;
        }
    },
    UINT32(4, false) {
        @Override
        double read(ByteBuffer in) {
            return Integer.toUnsignedLong(in.getInt());
        }
    },
    UINT64(8, false) {
        @Override
        double read(ByteBuffer in) {
            long value = in.getLong();
            return value >= 0 ? value : (value >>> 1 | value & 1) * 2.0;
        }
    },
    INT8(1, true) {
        @Override
        double read(ByteBuffer in) {
            return in.get();
        }
    },
    INT16(2, true) {
        @Override
        double read(ByteBuffer in) {
            return in.getShort();
        }
    },
    INT32(4, false) {
        @Override
        double read(ByteBuffer in) {
            return in.getInt();
        }
    },
    INT64(8, false) {
        @Override
        double read(ByteBuffer in) {
            return in.getLong();
        }
    },
    FLOAT32(4, false) {
        @Override
        double read(ByteBuffer in) {
            return in.getFloat();
        }
    },
    FLOAT64(8, false) {
        @Override
        double read(ByteBuffer in) {
            return in.getDouble();
        }
    };

    private final int bytes;
    private final boolean smallCount;

    NumberType(int bytes, boolean smallCount) {
        this.bytes = bytes;
        this.smallCount = smallCount;
    }

    static NumberType of(long code) throws DamagedException {
        if (code >= values().length) {
            throw new DamagedException("a buffer holds numbers of a kind from 0 to 10: " + code);
        }
        return values()[(int) code];
    }

    int bytes() {
        return bytes;
    }

    /** True when every value is a whole count of at most 24 bits. */
    boolean isSmallCount() {
        return smallCount;
    }

    abstract double read(ByteBuffer in);
}
