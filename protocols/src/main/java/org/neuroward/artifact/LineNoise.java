package org.neuroward.artifact;

import java.util.OptionalDouble;

/** Mains hum: mean density within 1 Hz of the mains frequency against that of the 4 Hz on either side. */
public final class LineNoise {

    /** Above this the quality index loses ten points. */
    public static final double LIMIT_DECIBELS = 10;

    /** A mains frequency that exceeds its surroundings by less than this does not stand out. */
    private static final double VISIBLE_DECIBELS = 3;

    private LineNoise() {}

    /**
     * 60 when that stands out, and more than 50; otherwise 50.
     *
     * @param density over frequency, from 0 Hz on
     */
    public static double findLineHertz(double[] density, double stepHertz) {
        double at50 = decibels(density, stepHertz, 50).orElse(Double.NEGATIVE_INFINITY);
        double at60 = decibels(density, stepHertz, 60).orElse(Double.NEGATIVE_INFINITY);
        return at60 > Math.max(at50, VISIBLE_DECIBELS) ? 60 : 50;
    }

    /**
     * 49–51 Hz against 45–49 and 51–55 Hz (for 50 Hz; both ends of 49–51 belong to the line).
     *
     * @return decibels, or empty when the spectrum ends below the upper surroundings or holds values that are no numbers
     */
    public static OptionalDouble decibels(double[] density, double stepHertz, double lineHertz) {
        double line = 0;
        double around = 0;
        int lineBins = 0;
        int aroundBins = 0;
        if ((density.length - 1) * stepHertz < lineHertz + 2) {
            return OptionalDouble.empty();
        }
        for (int k = 0; k < density.length; k++) {
            double distance = Math.abs(k * stepHertz - lineHertz);
            if (distance <= 1) {
                line += density[k];
                lineBins++;
            } else if (distance <= 5) {
                around += density[k];
                aroundBins++;
            }
        }
        if (line == 0 || around == 0) {
            return OptionalDouble.of(0);
        }
        double decibels = 10 * StrictMath.log10(line / lineBins / (around / aroundBins));
        return Double.isFinite(decibels) ? OptionalDouble.of(decibels) : OptionalDouble.empty();
    }
}
