package org.neuroward.clinic.screening;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** A plain EDF file of 19 electrodes: noise with a rhythm of 10 Hz, strongest at the back; nobody's brain. */
final class SyntheticRest {

    private static final List<String> ELECTRODES = List.of(
            "Fp1", "Fp2", "F7", "F3", "Fz", "F4", "F8", "T7", "C3", "Cz", "C4", "T8", "P7", "P3", "Pz", "P4", "P8",
            "O1", "O2");
    private static final int HERTZ = 200;
    private static final long SEED = 20261123;

    private SyntheticRest() {}

    static byte[] seconds(int seconds) {
        int signals = ELECTRODES.size();
        ByteBuffer file = ByteBuffer.allocate(256 * (signals + 1) + signals * seconds * HERTZ * 2)
                .order(ByteOrder.LITTLE_ENDIAN);
        text(file, 8, "0");
        text(file, 80, "X X X X");
        text(file, 80, "Startdate 23-NOV-2026 X X X");
        text(file, 8, "23.11.26");
        text(file, 8, "09.00.00");
        text(file, 8, Integer.toString(256 * (signals + 1)));
        text(file, 44, "");
        text(file, 8, Integer.toString(seconds));
        text(file, 8, "1");
        text(file, 4, Integer.toString(signals));
        ELECTRODES.forEach(name -> text(file, 16, "EEG " + name));
        ELECTRODES.forEach(name -> text(file, 80, "AgAgCl"));
        ELECTRODES.forEach(name -> text(file, 8, "uV"));
        ELECTRODES.forEach(name -> text(file, 8, "-3276.8"));
        ELECTRODES.forEach(name -> text(file, 8, "3276.7"));
        ELECTRODES.forEach(name -> text(file, 8, "-32768"));
        ELECTRODES.forEach(name -> text(file, 8, "32767"));
        ELECTRODES.forEach(name -> text(file, 80, ""));
        ELECTRODES.forEach(name -> text(file, 8, Integer.toString(HERTZ)));
        ELECTRODES.forEach(name -> text(file, 32, ""));
        short[][] counts = counts(seconds);
        for (int second = 0; second < seconds; second++) {
            for (short[] signal : counts) {
                for (int i = 0; i < HERTZ; i++) {
                    file.putShort(signal[second * HERTZ + i]);
                }
            }
        }
        return file.array();
    }

    private static short[][] counts(int seconds) {
        Random random = new Random(SEED);
        int samples = seconds * HERTZ;
        double[] shared = new double[samples];
        for (int i = 0; i < samples; i++) {
            shared[i] = 0.9 * (i == 0 ? 0 : shared[i - 1]) + 3 * random.nextGaussian();
        }
        short[][] counts = new short[ELECTRODES.size()][samples];
        for (int channel = 0; channel < counts.length; channel++) {
            double alpha = ELECTRODES.get(channel).startsWith("O") ? 20 : 3 + channel % 5;
            double own = 0;
            for (int i = 0; i < samples; i++) {
                own = 0.9 * own + 2 * random.nextGaussian();
                double microvolts = shared[i] + own + alpha * Math.sin(2 * Math.PI * 10 * i / HERTZ);
                counts[channel][i] = (short) Math.round(10 * microvolts);
            }
        }
        return counts;
    }

    private static void text(ByteBuffer file, int width, String text) {
        file.put((text + " ".repeat(width - text.length())).getBytes(StandardCharsets.US_ASCII));
    }
}
