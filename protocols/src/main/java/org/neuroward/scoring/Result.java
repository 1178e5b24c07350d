package org.neuroward.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One number with what it needs to be read, or the reason why it may not be given. Stored documents of the first version lack
 * {@code definition}, {@code pair}, {@code data} and {@code reliability}: they are optional for good.
 *
 * @param code stable name, for example {@code band-power.alpha.absolute}, {@code iaf.peak}
 * @param definition id of the {@link Definition}
 * @param value empty exactly when {@code unavailable} says why
 * @param unit UCUM, for example {@code uV2}, {@code Hz}, {@code 1}
 * @param channel canonical electrode name; empty for a value of a pair or a region
 * @param pair two canonical electrode names
 * @param region for example {@code posterior}; empty for a value of one channel or pair
 * @param secondsUsed clean seconds behind the value
 * @param data how these seconds were used
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({
    "code",
    "definition",
    "value",
    "unit",
    "channel",
    "pair",
    "region",
    "condition",
    "reference",
    "secondsUsed",
    "data",
    "reliability",
    "unavailable"
})
public record Result(
        String code,
        Optional<String> definition,
        Optional<Double> value,
        String unit,
        Optional<String> channel,
        Optional<Pair> pair,
        Optional<String> region,
        String condition,
        String reference,
        double secondsUsed,
        Optional<Data> data,
        Optional<Reliability> reliability,
        Optional<Unavailable> unavailable) {

    public Result {
        if (value.isPresent() == unavailable.isPresent()) {
            throw new IllegalArgumentException("a result has either a value or a reason for its absence: code=" + code);
        }
        if (value.isPresent() && !Double.isFinite(value.get())) {
            throw new IllegalArgumentException("a result must be finite: code=" + code + ", value=" + value.get());
        }
    }

    /** As version 1.0.0 of the resting protocol gives it. */
    public Result(
            String code,
            Optional<Double> value,
            String unit,
            Optional<String> channel,
            Optional<String> region,
            String condition,
            String reference,
            double secondsUsed,
            Optional<Unavailable> unavailable) {
        this(
                code,
                Optional.empty(),
                value,
                unit,
                channel,
                Optional.empty(),
                region,
                condition,
                reference,
                secondsUsed,
                Optional.empty(),
                Optional.empty(),
                unavailable);
    }

    /** The number, or why there is none. */
    public Outcome outcome() {
        return value.<Outcome>map(number -> new Outcome.Given(number, reliability))
                .orElseGet(() -> new Outcome.NotAvailable(
                        unavailable.orElseThrow().reason(),
                        unavailable.orElseThrow().facts().orElse(Map.of())));
    }

    /** Two electrodes, in the order of the recording's channels. */
    public record Pair(String first, String second) {}

    /**
     * @param epochs that entered the value; of evoked potentials, clean trials
     * @param shareOfRecording {@code secondsUsed} over the recorded seconds of the condition, 0 to 1
     * @param trials of evoked potentials: how many of each kind of event were clean
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonPropertyOrder({"epochs", "epochSeconds", "shareOfRecording", "trials"})
    public record Data(int epochs, double epochSeconds, double shareOfRecording, Optional<List<TrialCount>> trials) {

        public Data {
            trials = trials.map(List::copyOf);
        }

        public Data(int epochs, double epochSeconds, double shareOfRecording) {
            this(epochs, epochSeconds, shareOfRecording, Optional.empty());
        }
    }

    /**
     * @param event what it is to the component, for example {@code target}
     * @param text of its annotations in the recording
     * @param clean of {@code all}
     */
    @JsonPropertyOrder({"event", "text", "clean", "all"})
    public record TrialCount(String event, String text, int clean, int all) {}

    /** @param reason a code, for example {@code no-alpha-peak}, {@code too-few-channels}, {@code too-little-clean-signal} */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonPropertyOrder({"reason", "facts"})
    public record Unavailable(String reason, Optional<Map<String, Object>> facts) {

        public Unavailable(String reason) {
            this(reason, Optional.empty());
        }
    }
}
