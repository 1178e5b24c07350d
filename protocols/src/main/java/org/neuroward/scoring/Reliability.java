package org.neuroward.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;

/**
 * How far a value can be trusted, as far as its own recording tells.
 *
 * @param kind {@code jackknife-standard-error}, {@code standard-error}, {@code bootstrap-standard-error},
 *     {@code split-half}: what {@code value} is
 * @param value in {@code unit}; a standard error is in the unit of the value itself
 * @param parts groups of epochs, segments, halves or trials that were compared
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"kind", "value", "unit", "parts", "interval"})
public record Reliability(String kind, double value, String unit, int parts, Optional<Interval> interval) {

    public Reliability {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a reliability must be finite: kind=" + kind + ", value=" + value);
        }
    }

    /** Confidence interval of the measured value. @param level for example 0.95 */
    @JsonPropertyOrder({"level", "low", "high"})
    public record Interval(double level, double low, double high) {

        public Interval {
            if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
                throw new IllegalArgumentException(
                        "an interval must have finite ends in order: low=" + low + ", high=" + high);
            }
        }
    }
}
