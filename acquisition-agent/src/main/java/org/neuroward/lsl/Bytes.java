package org.neuroward.lsl;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in byte arrays, in the order that two peers agreed on. */
final class Bytes {

    private final boolean little;
    private final VarHandle shorts;
    private final VarHandle ints;
    private final VarHandle longs;

    static final Bytes LITTLE = new Bytes(ByteOrder.LITTLE_ENDIAN);
    static final Bytes BIG = new Bytes(ByteOrder.BIG_ENDIAN);

    private Bytes(ByteOrder order) {
        this.little = order == ByteOrder.LITTLE_ENDIAN;
        this.shorts = MethodHandles.byteArrayViewVarHandle(short[].class, order);
        this.ints = MethodHandles.byteArrayViewVarHandle(int[].class, order);
        this.longs = MethodHandles.byteArrayViewVarHandle(long[].class, order);
    }

    static Bytes of(ByteOrder order) {
        return order == ByteOrder.LITTLE_ENDIAN ? LITTLE : BIG;
    }

    boolean isLittle() {
        return little;
    }

    short getShort(byte[] bytes, int at) {
        return (short) shorts.get(bytes, at);
    }

    int getInt(byte[] bytes, int at) {
        return (int) ints.get(bytes, at);
    }

    long getLong(byte[] bytes, int at) {
        return (long) longs.get(bytes, at);
    }

    double getDouble(byte[] bytes, int at) {
        return Double.longBitsToDouble(getLong(bytes, at));
    }

    void putShort(byte[] bytes, int at, short value) {
        shorts.set(bytes, at, value);
    }

    void putInt(byte[] bytes, int at, int value) {
        ints.set(bytes, at, value);
    }

    void putLong(byte[] bytes, int at, long value) {
        longs.set(bytes, at, value);
    }
}
