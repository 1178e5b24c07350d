package org.neuroward.artifact;

import java.util.Arrays;
import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.Band;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

/**
 * Seconds with closed eyes in which the occipital alpha has given way to theta for ten seconds or longer. They are no
 * artifact, and do not count against the quality, but no waking rest either.
 *
 * <p>The rule needs an alpha that can give way. Where theta exceeds alpha in half of the windows with closed eyes or more, the
 * person has little alpha, awake or not; then nothing is called drowsy, and {@link #isJudged} says so.
 */
public final class Drowsiness {

    public static final double MIN_SECONDS = 10;

    private static final Band THETA = new Band("theta", 4, 8);
    private static final Band ALPHA = new Band("alpha", 8, 13);

    private final boolean judged;
    private final boolean[] drowsy;

    private Drowsiness(boolean judged, boolean[] drowsy) {
        this.judged = judged;
        this.drowsy = drowsy;
    }

    /**
     * @param occipital the signal that is scored, of those of O1 and O2 that are good
     * @param eyesClosed for each window
     */
    public static Drowsiness find(double[][] occipital, SamplingRate rate, WindowGrid grid, boolean[] eyesClosed) {
        WelchEstimator second = WelchEstimator.hann(rate, grid.windowSamples());
        boolean[] thetaLeads = new boolean[grid.windows()];
        int closed = 0;
        int leading = 0;
        for (int w = 0; w < thetaLeads.length; w++) {
            if (eyesClosed[w]) {
                thetaLeads[w] = thetaLeads(occipital, second, grid.firstSample(w));
                closed++;
                leading += thetaLeads[w] ? 1 : 0;
            }
        }
        boolean judged = occipital.length > 0 && 2 * leading < closed;
        boolean[] none = new boolean[grid.windows()];
        return new Drowsiness(judged || closed == 0, judged ? longRuns(thetaLeads, rate, grid) : none);
    }

    /** Whether drowsiness could be told, or no eyes were closed. */
    public boolean isJudged() {
        return judged;
    }

    public boolean isDrowsy(int window) {
        return drowsy[window];
    }

    public int windows() {
        int count = 0;
        for (boolean d : drowsy) {
            count += d ? 1 : 0;
        }
        return count;
    }

    private static boolean[] longRuns(boolean[] thetaLeads, SamplingRate rate, WindowGrid grid) {
        boolean[] drowsy = new boolean[thetaLeads.length];
        int run = 0;
        for (int w = 0; w < drowsy.length; w++) {
            boolean continued = w > 0 && grid.stretch(w) == grid.stretch(w - 1);
            run = thetaLeads[w] ? (continued ? run + 1 : 1) : 0;
            if (run * grid.windowSamples() >= MIN_SECONDS * rate.hertz()) {
                Arrays.fill(drowsy, w - run + 1, w + 1, true);
            }
        }
        return drowsy;
    }

    private static boolean thetaLeads(double[][] occipital, WelchEstimator second, int firstSample) {
        double theta = 0;
        double alpha = 0;
        for (double[] channel : occipital) {
            PowerSpectrum spectrum = second.estimate(channel, new int[] {firstSample});
            theta += spectrum.power(THETA);
            alpha += spectrum.power(ALPHA);
        }
        return alpha < theta;
    }
}
