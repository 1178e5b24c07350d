package org.neuroward.artifact;

import java.util.List;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.signal.SamplingRate;

/**
 * The beats of a heart in a recording, and how much of them a channel shows: its correlation with the mean course around a beat,
 * set at every beat. Immutable.
 */
public final class Heartbeat {

    /** Above this a channel, or a window of it, shows the heart. */
    public static final double CORRELATION = 0.3;

    private static final double BEFORE_SECONDS = 0.2;
    private static final double AFTER_SECONDS = 0.4;

    private final int[] beats;
    private final List<Stretch> gapless;
    private final int before;
    private final int length;

    Heartbeat(int[] beats, List<Stretch> gapless, SamplingRate rate) {
        this.beats = beats.clone();
        this.gapless = List.copyOf(gapless);
        this.before = (int) Math.round(BEFORE_SECONDS * rate.hertz());
        this.length = before + (int) Math.round(AFTER_SECONDS * rate.hertz());
    }

    /** Positions in the signal arrays, ascending. */
    public int[] beats() {
        return beats.clone();
    }

    /** Of the channel with its own mean beat, 0 to 1; 0 for one that does not vary. */
    public double correlation(double[] microvolts) {
        return Math.max(0, correlation(microvolts, course(microvolts), 0, microvolts.length));
    }

    /** The windows of a channel that show the heart; none when the channel as a whole does not. */
    boolean[] windows(double[] microvolts, WindowGrid grid) {
        boolean[] shown = new boolean[grid.windows()];
        double[] course = course(microvolts);
        if (correlation(microvolts, course, 0, microvolts.length) > CORRELATION) {
            for (int w = 0; w < shown.length; w++) {
                shown[w] = correlation(microvolts, course, grid.firstSample(w), grid.windowSamples()) > CORRELATION;
            }
        }
        return shown;
    }

    /** The mean beat of the channel at every beat, 0 between. */
    private double[] course(double[] microvolts) {
        double[] beat = new double[length];
        int count = 0;
        for (Stretch stretch : gapless) {
            for (int position : beats) {
                if (isWithin(position, stretch)) {
                    for (int n = 0; n < length; n++) {
                        beat[n] += microvolts[position - before + n];
                    }
                    count++;
                }
            }
        }
        double[] course = new double[microvolts.length];
        for (Stretch stretch : gapless) {
            for (int position : beats) {
                if (isWithin(position, stretch)) {
                    for (int n = 0; n < length; n++) {
                        course[position - before + n] = beat[n] / count;
                    }
                }
            }
        }
        return course;
    }

    private boolean isWithin(int position, Stretch stretch) {
        return position - before >= stretch.firstSample()
                && position - before + length <= stretch.firstSample() + stretch.samples();
    }

    private static double correlation(double[] a, double[] b, int from, int count) {
        double meanA = 0;
        double meanB = 0;
        for (int n = from; n < from + count; n++) {
            meanA += a[n];
            meanB += b[n];
        }
        meanA /= count;
        meanB /= count;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int n = from; n < from + count; n++) {
            aa += (a[n] - meanA) * (a[n] - meanA);
            bb += (b[n] - meanB) * (b[n] - meanB);
            ab += (a[n] - meanA) * (b[n] - meanB);
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }
}
