package org.neuroward.artifact;

import java.util.ArrayList;
import java.util.List;
import org.neuroward.artifact.WindowGrid.Stretch;
import org.neuroward.signal.SamplingRate;

/**
 * Blinks and sideways glances, each as the stretch of samples that it takes.
 *
 * <p>Blink: the mean of Fp1 and Fp2 (1–10 Hz) has a peak above 80 µV that is positive at both, 80–400 ms wide at half its
 * height, more than twice Cz. Lateral eye movement: F7–F8 steps by more than 40 µV between two neighbouring tenths of a second,
 * F7 and F8 in opposite directions; averaging over 100 ms takes alpha out of the comparison.
 */
final class EyeArtifacts {

    private static final double BLINK_MICROVOLTS = 80;
    private static final double BLINK_SHORTEST_SECONDS = 0.08;
    private static final double BLINK_LONGEST_SECONDS = 0.4;
    private static final double BLINK_OVER_VERTEX = 2;
    private static final double GLANCE_MICROVOLTS = 40;
    private static final double GLANCE_SECONDS = 0.1;

    private final SamplingRate rate;
    private final List<Stretch> gapless;

    EyeArtifacts(SamplingRate rate, List<Stretch> gapless) {
        this.rate = rate;
        this.gapless = gapless;
    }

    /** All arrays 1–10 Hz. When one of the frontal channels is missing, the other stands for both. */
    List<Stretch> blinks(double[] fp1, double[] fp2, double[] cz) {
        double[] frontal = new double[fp1.length];
        for (int n = 0; n < frontal.length; n++) {
            frontal[n] = (fp1[n] + fp2[n]) / 2;
        }
        List<Stretch> blinks = new ArrayList<>();
        for (Stretch stretch : gapless) {
            int end = stretch.firstSample() + stretch.samples();
            for (int n = stretch.firstSample() + 1; n < end - 1; n++) {
                boolean peak =
                        frontal[n] > BLINK_MICROVOLTS && frontal[n] >= frontal[n - 1] && frontal[n] > frontal[n + 1];
                if (peak && fp1[n] > 0 && fp2[n] > 0 && frontal[n] > BLINK_OVER_VERTEX * Math.abs(cz[n])) {
                    Stretch extent = atHalfHeight(frontal, n, stretch.firstSample(), end);
                    double seconds = extent.samples() / rate.hertz();
                    if (seconds >= BLINK_SHORTEST_SECONDS && seconds <= BLINK_LONGEST_SECONDS) {
                        blinks.add(extent);
                    }
                }
            }
        }
        return blinks;
    }

    /** Arrays 0.5–45 Hz. */
    List<Stretch> glances(double[] f7, double[] f8) {
        int tenth = (int) Math.round(GLANCE_SECONDS * rate.hertz());
        List<Stretch> glances = new ArrayList<>();
        for (Stretch stretch : gapless) {
            int end = stretch.firstSample() + stretch.samples();
            for (int n = stretch.firstSample() + tenth; n + tenth <= end; n++) {
                double left = mean(f7, n, tenth) - mean(f7, n - tenth, tenth);
                double right = mean(f8, n, tenth) - mean(f8, n - tenth, tenth);
                if (left * right < 0 && Math.abs(left - right) > GLANCE_MICROVOLTS) {
                    glances.add(new Stretch(n - tenth, 2 * tenth));
                }
            }
        }
        return glances;
    }

    private static Stretch atHalfHeight(double[] values, int peak, int start, int end) {
        double half = values[peak] / 2;
        int from = peak;
        while (from > start && values[from - 1] > half) {
            from--;
        }
        int to = peak;
        while (to < end - 1 && values[to + 1] > half) {
            to++;
        }
        return new Stretch(from, to - from + 1);
    }

    private static double mean(double[] values, int from, int count) {
        double sum = 0;
        for (int n = from; n < from + count; n++) {
            sum += values[n];
        }
        return sum / count;
    }
}
