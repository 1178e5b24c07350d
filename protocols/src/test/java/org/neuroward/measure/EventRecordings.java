package org.neuroward.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.neuroward.resting.Noise;
import org.neuroward.resting.SyntheticRecording;
import org.neuroward.signal.Electrodes;

/**
 * Waves of known shape on a background that changes its sign every second: it cancels between two kinds of events an even number of
 * seconds apart, and over an even number of events an odd number of seconds apart.
 */
final class EventRecordings {

    static final int RATE = 250;

    private EventRecordings() {}

    /** Rhythms that change their sign every second, alike in neighbours, and a little noise of each channel's own. */
    static Map<String, double[]> background(int seconds) {
        double[] hertz = {2.5, 4.5, 6.5, 9.5, 10.5, 15.5, 20.5, 35.5};
        Map<String, double[]> signals = new LinkedHashMap<>();
        Stream.concat(Electrodes.SCREEN_19.stream(), Stream.of("M1", "M2")).forEach(name -> {
            int k = signals.size();
            double[] signal = Noise.white(seconds * RATE, 10 + k);
            for (int n = 0; n < signal.length; n++) {
                signal[n] *= 0.3;
                for (int f = 0; f < hertz.length; f++) {
                    double phase = f + 0.1 * k * (f - 3);
                    signal[n] += 8.0 / (1 + f) * Math.sin(2 * Math.PI * hertz[f] * n / RATE + phase);
                }
            }
            signals.put("EEG " + name + "-REF", signal);
        });
        return signals;
    }

    /** Targets and standards in turn, two seconds apart. */
    static double onset(int event) {
        return 6 + 2 * event;
    }

    static void oddball(int targets, DoubleConsumer target) {
        for (int k = 0; k < targets; k++) {
            target.accept(onset(2 * k));
        }
    }

    static SyntheticRecording oddball(Map<String, double[]> signals, int targets, int standards) {
        SyntheticRecording recording = SyntheticRecording.of(signals, RATE);
        for (int k = 0; k < Math.max(targets, standards); k++) {
            if (k < targets) {
                recording.mark(onset(2 * k), -1, "T");
            }
            if (k < standards) {
                recording.mark(onset(2 * k + 1), -1, "S");
            }
        }
        return recording;
    }

    /** A raised cosine of that height and half width. */
    static void add(
            Map<String, double[]> signals, String name, double onset, double centre, double halfWidth, double height) {
        double[] signal = signals.get("EEG " + name + "-REF");
        for (int n = 0; n < signal.length; n++) {
            signal[n] += height * bump((double) n / RATE - onset - centre, halfWidth);
        }
    }

    private static double bump(double seconds, double halfWidth) {
        return Math.abs(seconds) < halfWidth ? 0.5 + 0.5 * Math.cos(Math.PI * seconds / halfWidth) : 0;
    }

    static double meanOfBump(double centre, double halfWidth, double from, double to) {
        double sum = 0;
        int count = 0;
        for (int n = (int) Math.ceil(from * RATE - 1e-6); n <= to * RATE + 1e-6; n++) {
            sum += bump((double) n / RATE - centre, halfWidth);
            count++;
        }
        return sum / count;
    }
}
