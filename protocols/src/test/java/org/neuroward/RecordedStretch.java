package org.neuroward;

import java.io.IOException;
import org.neuroward.edf.EdfRecording;
import org.neuroward.signal.SamplingRate;

/** Some seconds of one channel of a recording in {@link SharedData}, unfiltered, in the recorded reference. */
public final class RecordedStretch {

    private final SamplingRate rate;
    private final double[] microvolts;

    private RecordedStretch(SamplingRate rate, double[] microvolts) {
        this.rate = rate;
        this.microvolts = microvolts;
    }

    /** @param label exactly as in the file */
    public static RecordedStretch read(String name, String label, double fromSeconds, double seconds)
            throws IOException {
        try (EdfRecording recording = EdfRecording.open(SharedData.file(name))) {
            for (int c = 0; c < recording.channels().size(); c++) {
                if (recording.channels().get(c).label().equals(label)) {
                    SamplingRate rate = recording.channels().get(c).rate();
                    double[] microvolts = new double[(int) Math.round(seconds * rate.hertz())];
                    recording.microvolts(c, Math.round(fromSeconds * rate.hertz()), microvolts);
                    return new RecordedStretch(rate, microvolts);
                }
            }
        }
        throw new AssertionError("no channel " + label + " in " + name);
    }

    public SamplingRate rate() {
        return rate;
    }

    public double[] microvolts() {
        return microvolts.clone();
    }

    /** Beginnings of all whole epochs of the stretch, {@code step} samples apart. */
    public int[] epochs(int length, int step) {
        int count = (microvolts.length - length) / step + 1;
        int[] epochs = new int[count];
        for (int e = 0; e < count; e++) {
            epochs[e] = e * step;
        }
        return epochs;
    }
}
