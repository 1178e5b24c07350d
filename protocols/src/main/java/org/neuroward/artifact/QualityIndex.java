package org.neuroward.artifact;

import java.util.List;

/**
 * Signal quality from 0 to 100: {@code 0.6 min q + 0.4 median q - 5 interpolated - 10 [mains above 10 dB]}, where q is the
 * percentage of clean windows of a channel; the minimum runs over the required channels, the median over all.
 */
public record QualityIndex(double value) {

    public static final double GREEN_FROM = 80;
    public static final double AMBER_FROM = 60;

    private static final double LINE_PENALTY = 10;
    private static final double INTERPOLATION_PENALTY = 5;

    /** Of a recording without interpolated channels. */
    public static QualityIndex of(List<Double> required, List<Double> cleanPercent, double lineDecibels) {
        return of(required, cleanPercent, lineDecibels, 0);
    }

    /**
     * @param cleanPercent of all good channels; those of the required ones again in {@code required}
     * @param lineDecibels of the mains against their surroundings
     * @param interpolated number of channels that are
     */
    public static QualityIndex of(
            List<Double> required, List<Double> cleanPercent, double lineDecibels, int interpolated) {
        double lowest = required.stream().mapToDouble(q -> q).min().orElse(0);
        double median = cleanPercent.isEmpty()
                ? 0
                : RobustStatistics.median(
                        cleanPercent.stream().mapToDouble(q -> q).toArray());
        double penalty =
                INTERPOLATION_PENALTY * interpolated + (lineDecibels > LineNoise.LIMIT_DECIBELS ? LINE_PENALTY : 0);
        return new QualityIndex(Math.max(0, 0.6 * lowest + 0.4 * median - penalty));
    }

    /** {@code green}, {@code amber} (print with caution) or {@code red} (no score). */
    public String grade() {
        if (value >= GREEN_FROM) {
            return "green";
        }
        return value >= AMBER_FROM ? "amber" : "red";
    }
}
