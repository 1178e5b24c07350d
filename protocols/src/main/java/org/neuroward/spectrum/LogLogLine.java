package org.neuroward.spectrum;

import java.util.Arrays;

/** {@code level = offset - exponent log10 frequency}, by least squares. */
record LogLogLine(double offset, double exponent) {

    /** In percent: of points this far up the sorted distances above the first line, so in effect those on or below it. */
    private static final double PERCENTILE = 0.025;

    static LogLogLine through(double[] hertz, double[] level) {
        double meanX = 0;
        double meanY = 0;
        double[] x = new double[hertz.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = StrictMath.log10(hertz[i]);
            meanX += x[i] / x.length;
            meanY += level[i] / x.length;
        }
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (level[i] - meanY);
        }
        double slope = xy / xx;
        return new LogLogLine(meanY - slope * meanX, -slope);
    }

    /** Through the points that no peak lifts: those on or below a first line through all. */
    static LogLogLine belowPeaks(double[] hertz, double[] level) {
        LogLogLine all = through(hertz, level);
        double[] above = all.removedFrom(hertz, level);
        for (int i = 0; i < above.length; i++) {
            above[i] = Math.max(0, above[i]);
        }
        double limit = percentile(above);
        int count = 0;
        double[] lowHertz = new double[hertz.length];
        double[] lowLevel = new double[hertz.length];
        for (int i = 0; i < above.length; i++) {
            if (above[i] <= limit) {
                lowHertz[count] = hertz[i];
                lowLevel[count] = level[i];
                count++;
            }
        }
        return count < 2 ? all : through(Arrays.copyOf(lowHertz, count), Arrays.copyOf(lowLevel, count));
    }

    double at(double hertz) {
        return offset - exponent * StrictMath.log10(hertz);
    }

    double[] removedFrom(double[] hertz, double[] level) {
        double[] rest = new double[level.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = level[i] - at(hertz[i]);
        }
        return rest;
    }

    private static double percentile(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = PERCENTILE / 100 * (sorted.length - 1);
        int below = (int) position;
        double fraction = position - below;
        return sorted[below] + fraction * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
    }
}
