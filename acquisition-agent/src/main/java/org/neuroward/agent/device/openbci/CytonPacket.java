package org.neuroward.agent.device.openbci;

import java.util.OptionalLong;

/**
 * One packet of a Cyton: 33 bytes, as the board's manufacturer calls and lays it out ("Cyton Data Format", firmware 3). Byte 0
 * is A0, byte 1 an 8-bit counter, bytes 2 to 25 eight counts of 24 bits, most significant byte first, bytes 26 to 31 what the
 * stop byte, C0 to C6, says.
 */
final class CytonPacket {

    static final int BYTES = 33;
    static final int CHANNELS = 8;
    static final int START = 0xA0;

    private static final int FIRST_STOP = 0xC0;
    private static final int LAST_STOP = 0xC6;

    /** From this stop byte on, the last four bytes before it are the board's clock. */
    private static final int FIRST_STAMPED_STOP = 0xC3;

    private static final int CLOCK_AT = 28;

    private final int counter;
    private final int[] counts = new int[CHANNELS];
    private final int stop;
    private final long clockMillis;

    private CytonPacket(byte[] bytes, int from) {
        counter = bytes[from + 1] & 0xFF;
        for (int channel = 0; channel < CHANNELS; channel++) {
            int at = from + 2 + 3 * channel;
            counts[channel] = bytes[at] << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
        }
        stop = bytes[from + BYTES - 1] & 0xFF;
        long clock = 0;
        for (int at = from + CLOCK_AT; at < from + BYTES - 1; at++) {
            clock = clock << 8 | bytes[at] & 0xFF;
        }
        clockMillis = clock;
    }

    /** Whether the 33 bytes from {@code from} on have the frame of a packet; what is in between has no check of its own. */
    static boolean isAt(byte[] bytes, int from) {
        int stop = bytes[from + BYTES - 1] & 0xFF;
        return (bytes[from] & 0xFF) == START && stop >= FIRST_STOP && stop <= LAST_STOP;
    }

    static CytonPacket read(byte[] bytes, int from) {
        return new CytonPacket(bytes, from);
    }

    /** 0 to 255; 255 is followed by 0. */
    int counter() {
        return counter;
    }

    int count(int channel) {
        return counts[channel];
    }

    /** Milliseconds of the board's clock modulo 2^32, when time stamps are on. */
    OptionalLong findClockMillis() {
        return stop >= FIRST_STAMPED_STOP ? OptionalLong.of(clockMillis) : OptionalLong.empty();
    }
}
