package org.neuroward.scalp;

import java.util.Arrays;
import java.util.List;
import org.neuroward.signal.Electrode;

/**
 * Current source density of every electrode in µV/m²: the negative surface Laplacian of the spherical spline (Perrin 1989; the
 * transformation is that of Kayser and Tenke 2006). It does not depend on the reference of the recording. Immutable.
 */
public final class CurrentSourceDensity {

    /** Of the sphere, where nothing was measured. */
    public static final double HEAD_RADIUS_METRES = 0.095;

    private final double[][] weights;

    private CurrentSourceDensity(double[][] weights) {
        this.weights = weights;
    }

    public static CurrentSourceDensity over(List<Electrode> electrodes) {
        return over(electrodes, SplineSettings.CURRENT_DENSITY, HEAD_RADIUS_METRES);
    }

    /** @param electrodes at least three, all good, in the order of the signal arrays */
    public static CurrentSourceDensity over(
            List<Electrode> electrodes, SplineSettings settings, double headRadiusMetres) {
        SphericalSpline spline = SphericalSpline.through(electrodes, settings);
        return new CurrentSourceDensity(electrodes.stream()
                .map(electrode -> spline.currentDensityWeights(electrode, headRadiusMetres))
                .toArray(double[][]::new));
    }

    /** What each channel adds to the density at electrode {@code position}. */
    public double[] weights(int position) {
        return weights[position].clone();
    }

    /**
     * @param microvolts [channel][sample]
     * @return µV/m², [channel][sample]
     */
    public double[][] apply(double[][] microvolts) {
        if (microvolts.length != weights.length) {
            throw new IllegalArgumentException("the signal must have a channel for each electrode: channels="
                    + microvolts.length + ", electrodes=" + weights.length);
        }
        int samples = microvolts[0].length;
        if (Arrays.stream(microvolts).anyMatch(channel -> channel.length != samples)) {
            throw new IllegalArgumentException("channels must be of one length: first=" + samples);
        }
        double[][] density = new double[weights.length][samples];
        for (int row = 0; row < density.length; row++) {
            for (int c = 0; c < microvolts.length; c++) {
                add(weights[row][c], microvolts[c], density[row]);
            }
        }
        return density;
    }

    private static void add(double weight, double[] source, double[] into) {
        for (int n = 0; n < into.length; n++) {
            into[n] += weight * source[n];
        }
    }
}
