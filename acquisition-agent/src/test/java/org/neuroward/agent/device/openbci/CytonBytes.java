package org.neuroward.agent.device.openbci;

/** Packets byte for byte, written from the published layout and independently of the reader. */
final class CytonBytes {

    private CytonBytes() {}

    /** @param channels eight counts */
    static byte[] packet(int counter, int[] channels, int stop, long stamp) {
        byte[] bytes = new byte[33];
        bytes[0] = (byte) 0xA0;
        bytes[1] = (byte) counter;
        for (int channel = 0; channel < 8; channel++) {
            bytes[2 + 3 * channel] = (byte) (channels[channel] >> 16);
            bytes[3 + 3 * channel] = (byte) (channels[channel] >> 8);
            bytes[4 + 3 * channel] = (byte) channels[channel];
        }
        if (stop >= 0xC3) {
            bytes[28] = (byte) (stamp >> 24);
            bytes[29] = (byte) (stamp >> 16);
            bytes[30] = (byte) (stamp >> 8);
            bytes[31] = (byte) stamp;
        }
        bytes[32] = (byte) stop;
        return bytes;
    }

    static byte[] packet(int counter, int first) {
        return packet(counter, new int[] {first, 1, 2, 3, 4, 5, 6, 7}, 0xC0, 0);
    }
}
