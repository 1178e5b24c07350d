package org.neuroward.agent.device.openbci;

import java.util.Optional;

/**
 * Finds packets in the bytes of a serial line. Memory is fixed whatever comes.
 *
 * <p>Where no packet is, the search goes on one byte further, so that a good packet behind a torn one is found. After such a
 * search a packet counts only when another one follows it at once: the format has no checksum, and samples made of noise would
 * be worse than none.
 */
final class PacketScanner {

    private static final int CAPACITY = 64 * CytonPacket.BYTES;

    private final byte[] bytes = new byte[CAPACITY];
    private int from;
    private int end;
    private boolean searching = true;
    private boolean damagedBefore;
    private long skippedBytes;

    /** Bytes that can be added now; never 0 after {@link #next} has returned nothing. */
    int room() {
        return CAPACITY - (end - from);
    }

    /** @param count at most {@link #room()} */
    void add(byte[] more, int offset, int count) {
        if (count > CAPACITY - end) {
            System.arraycopy(bytes, from, bytes, 0, end - from);
            end -= from;
            from = 0;
        }
        System.arraycopy(more, offset, bytes, end, count);
        end += count;
    }

    /** The next packet, or empty when more bytes are needed. */
    Optional<CytonPacket> next() {
        int needed = searching ? 2 * CytonPacket.BYTES : CytonPacket.BYTES;
        while (end - from >= needed) {
            if (isPacket()) {
                searching = false;
                CytonPacket packet = CytonPacket.read(bytes, from);
                from += CytonPacket.BYTES;
                return Optional.of(packet);
            }
            searching = true;
            damagedBefore = true;
            needed = 2 * CytonPacket.BYTES;
            from++;
            skippedBytes++;
        }
        return Optional.empty();
    }

    private boolean isPacket() {
        return CytonPacket.isAt(bytes, from) && (!searching || CytonPacket.isAt(bytes, from + CytonPacket.BYTES));
    }

    /** Whether bytes were thrown away since this was last asked. */
    boolean takeDamaged() {
        boolean was = damagedBefore;
        damagedBefore = false;
        return was;
    }

    /** All bytes that were no packet. */
    long skippedBytes() {
        return skippedBytes;
    }

    /** Forgets what came so far: the line was closed, or the board was spoken to. */
    void reset() {
        from = 0;
        end = 0;
        searching = true;
        damagedBefore = false;
    }
}
