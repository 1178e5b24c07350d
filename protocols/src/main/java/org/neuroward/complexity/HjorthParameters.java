package org.neuroward.complexity;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Hjorth's parameters (1970, Electroencephalogr. Clin. Neurophysiol. 29:306), with differences of neighbouring samples for
 * derivatives and variances divided by their number of values.
 *
 * @param activity variance, in the square of the samples' unit
 * @param mobility √(var x′ / var x), per sample; for a slow sine 2π · frequency / sampling rate; empty for a constant
 * @param complexity mobility of x′ over mobility of x, no unit, 1 for a pure sine; empty for a constant and a straight line
 */
public record HjorthParameters(double activity, OptionalDouble mobility, OptionalDouble complexity) {

    /** @return empty below three samples, and where one is a NaN or an infinity */
    public static Optional<HjorthParameters> of(double[] samples) {
        if (samples.length < 3 || !Variation.isFinite(samples)) {
            return Optional.empty();
        }
        double[] slopes = Variation.differences(samples);
        double activity = Variation.variance(samples);
        double slopeVariance = Variation.variance(slopes);
        double bendVariance = Variation.variance(Variation.differences(slopes));
        OptionalDouble mobility =
                activity > 0 ? OptionalDouble.of(Math.sqrt(slopeVariance / activity)) : OptionalDouble.empty();
        OptionalDouble complexity = activity > 0 && slopeVariance > 0
                ? OptionalDouble.of(Math.sqrt(bendVariance / slopeVariance) / mobility.getAsDouble())
                : OptionalDouble.empty();
        return Optional.of(new HjorthParameters(activity, mobility, complexity));
    }
}
