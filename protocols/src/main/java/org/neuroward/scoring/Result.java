package org.neuroward.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;

/**
 * One number with what it needs to be read.
 *
 * @param code stable name, for example {@code band-power.alpha.absolute}, {@code iaf.peak}
 * @param value empty exactly when {@code unavailable} says why
 * @param unit UCUM, for example {@code uV2}, {@code Hz}, {@code 1}
 * @param channel canonical electrode name; empty for a value of a region
 * @param region for example {@code posterior}; empty for a value of one channel
 * @param secondsUsed clean seconds behind the value
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"code", "value", "unit", "channel", "region", "condition", "reference", "secondsUsed", "unavailable"
})
public record Result(
        String code,
        Optional<Double> value,
        String unit,
        Optional<String> channel,
        Optional<String> region,
        String condition,
        String reference,
        double secondsUsed,
        Optional<Unavailable> unavailable) {

    public Result {
        if (value.isPresent() == unavailable.isPresent()) {
            throw new IllegalArgumentException("a result has either a value or a reason for its absence: code=" + code);
        }
        if (value.isPresent() && !Double.isFinite(value.get())) {
            throw new IllegalArgumentException("a result must be finite: code=" + code + ", value=" + value.get());
        }
    }

    /** @param reason a code, for example {@code no-alpha-peak}, {@code too-few-channels}, {@code too-little-clean-signal} */
    public record Unavailable(String reason) {}
}
