package org.neuroward.agent.device.hostile;

import java.util.Arrays;
import org.neuroward.signal.SeededRandom;

/** Makes a sound frame hostile. */
final class Mutation {

    private static final int[] EXTREMES = {0, 1, -1, 0x7FFFFFFF, 0x80000000, 0xFFFF, 0x10000, 0x00FFFFFF, 24, 0x7FFF};
    private static final int LONGEST_NOISE = 300;

    private Mutation() {}

    static byte[] of(byte[] sound, SeededRandom random) {
        return switch (random.nextInt(9)) {
            case 0 -> noise(random);
            case 1 -> Arrays.copyOf(sound, random.nextInt(sound.length + 1));
            case 2 -> twice(sound);
            case 3 -> with(sound, random, 1 + random.nextInt(8));
            case 4 -> extreme(sound, random, false);
            case 5 -> extreme(sound, random, true);
            case 6 -> without(sound, random);
            case 7 -> filled(sound, random);
            default -> with(sound, random, 1);
        };
    }

    static byte[] noise(SeededRandom random) {
        byte[] noise = new byte[1 + random.nextInt(LONGEST_NOISE)];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) random.nextLong();
        }
        return noise;
    }

    private static byte[] twice(byte[] sound) {
        byte[] both = Arrays.copyOf(sound, 2 * sound.length);
        System.arraycopy(sound, 0, both, sound.length, sound.length);
        return both;
    }

    /** Some bytes are others. */
    private static byte[] with(byte[] sound, SeededRandom random, int changes) {
        byte[] changed = sound.clone();
        for (int i = 0; i < changes; i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextLong();
        }
        return changed;
    }

    /** A number of four bytes somewhere, of those that programs stumble over. */
    private static byte[] extreme(byte[] sound, SeededRandom random, boolean bigEndian) {
        byte[] changed = sound.clone();
        int value = EXTREMES[random.nextInt(EXTREMES.length)];
        int at = random.nextInt(changed.length);
        for (int i = 0; i < 4 && at + i < changed.length; i++) {
            changed[at + i] = (byte) (value >> 8 * (bigEndian ? 3 - i : i));
        }
        return changed;
    }

    private static byte[] without(byte[] sound, SeededRandom random) {
        int from = random.nextInt(sound.length);
        int to = Math.min(sound.length, from + 1 + random.nextInt(8));
        byte[] shorter = Arrays.copyOf(sound, sound.length - (to - from));
        System.arraycopy(sound, to, shorter, from, sound.length - to);
        return shorter;
    }

    private static byte[] filled(byte[] sound, SeededRandom random) {
        byte[] changed = sound.clone();
        int from = random.nextInt(sound.length);
        Arrays.fill(changed, from, sound.length, (byte) random.nextLong());
        return changed;
    }
}
