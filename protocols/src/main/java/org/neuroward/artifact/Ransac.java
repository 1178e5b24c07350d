package org.neuroward.artifact;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.neuroward.scalp.SphericalSpline;
import org.neuroward.scalp.SplineSettings;
import org.neuroward.signal.Electrode;
import org.neuroward.signal.SeededRandom;

/**
 * Random sample consensus (Fischler and Bolles 1981, as the PREP pipeline uses it): fifty random quarters of the channels each
 * predict every channel by a spherical spline; the median of the fifty predictions is held against what was recorded. A window in
 * which they correlate (Pearson) below 0.75 is not predicted.
 *
 * <p>Draws depend on the seed and the number of channels only. Holds working memory: not for use by two threads at once.
 */
final class Ransac {

    static final int SUBSETS = 50;
    static final double SUBSET_SHARE = 0.25;
    static final double CORRELATION = 0.75;

    /** Of the windows; a channel with more that are not predicted is bad. */
    static final double LARGEST_SHARE = 0.4;

    static final int WINDOW_SECONDS = 5;

    private static final int FEWEST_CHANNELS = 12;

    private final int[][] subsets;

    /** [subset][channel][member] */
    private final double[][][] weights;

    Ransac(List<Electrode> places, long seed) {
        if (places.size() < FEWEST_CHANNELS) {
            throw new IllegalArgumentException(
                    "a quarter of the channels must make a spline: channels=" + places.size());
        }
        var random = new SeededRandom(seed);
        int members = (int) Math.rint(SUBSET_SHARE * places.size());
        this.subsets = new int[SUBSETS][];
        this.weights = new double[SUBSETS][][];
        for (int s = 0; s < SUBSETS; s++) {
            subsets[s] = draw(places.size(), members, random);
            List<Electrode> chosen =
                    Arrays.stream(subsets[s]).mapToObj(places::get).toList();
            SphericalSpline spline = SphericalSpline.through(chosen, SplineSettings.INTERPOLATION);
            weights[s] = places.stream().map(spline::potentialWeights).toArray(double[][]::new);
        }
    }

    static boolean isPossible(int channels) {
        return channels >= FEWEST_CHANNELS;
    }

    /** Members of a subset, ascending (Fisher and Yates). */
    private static int[] draw(int channels, int members, SeededRandom random) {
        int[] order = IntStream.range(0, channels).toArray();
        for (int i = 0; i < members; i++) {
            int other = i + random.nextInt(channels - i);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        int[] drawn = Arrays.copyOf(order, members);
        Arrays.sort(drawn);
        return drawn;
    }

    /** For each channel the share of windows that are not predicted; 0 without windows. */
    double[] unpredictedShares(double[][] microvolts, WindowGrid windows) {
        double[] shares = new double[microvolts.length];
        double[][] predictions = new double[SUBSETS][windows.windowSamples()];
        double[] consensus = new double[windows.windowSamples()];
        for (int c = 0; c < microvolts.length; c++) {
            int unpredicted = 0;
            for (int w = 0; w < windows.windows(); w++) {
                int first = windows.firstSample(w);
                for (int s = 0; s < SUBSETS; s++) {
                    predict(microvolts, subsets[s], weights[s][c], first, predictions[s]);
                }
                median(predictions, consensus);
                unpredicted += correlation(microvolts[c], first, consensus) < CORRELATION ? 1 : 0;
            }
            shares[c] = windows.windows() == 0 ? 0 : (double) unpredicted / windows.windows();
        }
        return shares;
    }

    private static void predict(double[][] microvolts, int[] members, double[] weights, int first, double[] into) {
        Arrays.fill(into, 0);
        for (int m = 0; m < members.length; m++) {
            double[] channel = microvolts[members[m]];
            double weight = weights[m];
            for (int n = 0; n < into.length; n++) {
                into[n] += weight * channel[first + n];
            }
        }
    }

    private static void median(double[][] predictions, double[] into) {
        double[] column = new double[predictions.length];
        for (int n = 0; n < into.length; n++) {
            for (int s = 0; s < column.length; s++) {
                column[s] = predictions[s][n];
            }
            Arrays.sort(column);
            into[n] = (column[(column.length - 1) / 2] + column[column.length / 2]) / 2;
        }
    }

    /** 0 when either does not vary. */
    private static double correlation(double[] recorded, int first, double[] predicted) {
        double meanRecorded = 0;
        double meanPredicted = 0;
        for (int n = 0; n < predicted.length; n++) {
            meanRecorded += recorded[first + n];
            meanPredicted += predicted[n];
        }
        meanRecorded /= predicted.length;
        meanPredicted /= predicted.length;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int n = 0; n < predicted.length; n++) {
            double x = recorded[first + n] - meanRecorded;
            double y = predicted[n] - meanPredicted;
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
    }
}
