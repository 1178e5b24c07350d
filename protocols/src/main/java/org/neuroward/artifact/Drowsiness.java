package org.neuroward.artifact;

import org.neuroward.signal.SamplingRate;
import org.neuroward.spectrum.Band;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

/**
 * Seconds with closed eyes in which the occipital alpha has given way to theta for ten seconds or longer. They are no
 * artifact, and do not count against the quality, but no waking rest either.
 */
public final class Drowsiness {

    public static final double MIN_SECONDS = 10;

    private static final Band THETA = new Band("theta", 4, 8);
    private static final Band ALPHA = new Band("alpha", 8, 13);

    private Drowsiness() {}

    /**
     * @param occipital the signal that is scored, of those of O1 and O2 that are good; none gives no drowsiness
     * @param eyesClosed for each window
     */
    public static boolean[] find(double[][] occipital, SamplingRate rate, WindowGrid grid, boolean[] eyesClosed) {
        WelchEstimator second = WelchEstimator.hann(rate, grid.windowSamples());
        boolean[] drowsy = new boolean[grid.windows()];
        int run = 0;
        for (int w = 0; w < drowsy.length; w++) {
            boolean continued = w > 0 && grid.stretch(w) == grid.stretch(w - 1);
            boolean thetaLeads = occipital.length > 0 && eyesClosed[w] && thetaLeads(occipital, second, grid, w);
            run = thetaLeads ? (continued ? run + 1 : 1) : 0;
            if (run * grid.windowSamples() >= MIN_SECONDS * rate.hertz()) {
                java.util.Arrays.fill(drowsy, w - run + 1, w + 1, true);
            }
        }
        return drowsy;
    }

    private static boolean thetaLeads(double[][] occipital, WelchEstimator second, WindowGrid grid, int window) {
        double theta = 0;
        double alpha = 0;
        for (double[] channel : occipital) {
            PowerSpectrum spectrum = second.estimate(channel, new int[] {grid.firstSample(window)});
            theta += spectrum.power(THETA);
            alpha += spectrum.power(ALPHA);
        }
        return alpha < theta;
    }
}
