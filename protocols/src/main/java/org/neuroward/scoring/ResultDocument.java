package org.neuroward.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that one protocol says of one recording. The same recording, protocol version and parameters give the same bytes
 * ({@link ResultJson}).
 *
 * @param schema {@code neuroward.result/1}
 * @param parameters every number that steered the computation, by name with unit, in a fixed order
 * @param conditions stretches of the recording that the protocol looked at, and how much of each was clean
 * @param refusal why nothing was scored; empty when scored
 * @param results empty when refused
 * @param spectra mean power spectral densities, for figures and for comparison; empty when refused
 * @param notices codes of {@link Notice}: what a reader must know about how the values came about
 * @param definitions of the ids that {@code results} name; documents of the first version have none
 */
@JsonPropertyOrder({
    "schema",
    "input",
    "protocol",
    "software",
    "parameters",
    "reference",
    "channelsUsed",
    "channelsLeftOut",
    "secondsRecorded",
    "secondsUsed",
    "conditions",
    "quality",
    "refusal",
    "results",
    "spectra",
    "notices",
    "definitions"
})
public record ResultDocument(
        String schema,
        Input input,
        ProtocolVersion protocol,
        ProtocolVersion software,
        Map<String, Object> parameters,
        String reference,
        List<String> channelsUsed,
        List<ChannelLeftOut> channelsLeftOut,
        double secondsRecorded,
        double secondsUsed,
        List<Condition> conditions,
        Quality quality,
        Optional<Refusal> refusal,
        List<Result> results,
        List<Spectrum> spectra,
        List<Notice> notices,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Definition>> definitions) {

    public static final String SCHEMA = "neuroward.result/1";

    public ResultDocument {
        parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
        channelsUsed = List.copyOf(channelsUsed);
        channelsLeftOut = List.copyOf(channelsLeftOut);
        conditions = List.copyOf(conditions);
        results = List.copyOf(results);
        spectra = List.copyOf(spectra);
        notices = List.copyOf(notices);
        definitions = definitions.map(List::copyOf);
    }

    /** As version 1.0.0 of the resting protocol gives it: its report explains the results. */
    public ResultDocument(
            String schema,
            Input input,
            ProtocolVersion protocol,
            ProtocolVersion software,
            Map<String, Object> parameters,
            String reference,
            List<String> channelsUsed,
            List<ChannelLeftOut> channelsLeftOut,
            double secondsRecorded,
            double secondsUsed,
            List<Condition> conditions,
            Quality quality,
            Optional<Refusal> refusal,
            List<Result> results,
            List<Spectrum> spectra,
            List<Notice> notices) {
        this(
                schema,
                input,
                protocol,
                software,
                parameters,
                reference,
                channelsUsed,
                channelsLeftOut,
                secondsRecorded,
                secondsUsed,
                conditions,
                quality,
                refusal,
                results,
                spectra,
                notices,
                Optional.empty());
    }

    /** The recording that was scored. @param sha256 lower-case hex digest of the file's bytes */
    public record Input(String sha256, long bytes, String format) {}

    /** Identity of a procedure or a program, for example {@code resting-eeg} 1.0.0. */
    public record ProtocolVersion(String id, String version) {}

    /** @param reason a code, for example {@code not-eeg}, {@code unknown-position}, {@code bad-flat} */
    public record ChannelLeftOut(String label, String reason) {}

    /**
     * @param name {@code eyes-closed}, {@code eyes-open} or {@code unmarked} (the recording says nothing)
     * @param secondsClean seconds that entered the spectra (required channels free of artifact, in whole epochs)
     */
    public record Condition(String name, double secondsRecorded, double secondsClean, int epochs) {}

    /**
     * Signal quality (clinical specification A9).
     *
     * @param index 0 to 100
     * @param grade {@code green} from 80, {@code amber} from 60, {@code red} below
     * @param fractionUsed of the recorded seconds of all conditions, 0 to 1
     * @param lineNoiseDecibels 50 or 60 Hz against its surroundings, median over channels
     * @param topReasons at most three artifact codes with their share of windows, most frequent first
     */
    public record Quality(
            double index,
            String grade,
            double fractionUsed,
            double lineFrequencyHertz,
            double lineNoiseDecibels,
            List<ChannelQuality> channels,
            List<ReasonShare> topReasons) {}

    /** @param cleanPercent 100 × clean 1-s windows / all windows */
    public record ChannelQuality(String channel, double cleanPercent, List<ReasonShare> reasons) {}

    /** @param share of all 1-s windows, 0 to 1 */
    public record ReasonShare(String reason, double share) {}

    /** @param code for example {@code too-little-clean-signal}, {@code unit-implausible}; {@code facts} fill its sentence */
    public record Refusal(String code, Map<String, Object> facts) {}

    /**
     * One density over frequency.
     *
     * @param unit {@code uV2/Hz}
     * @param firstHertz frequency of {@code values[0]}; the next lies {@code stepHertz} higher
     */
    public record Spectrum(
            String channel, String condition, String unit, double firstHertz, double stepHertz, List<Double> values) {}

    /** @param code for example {@code rate-below-specification}; {@code facts} fill its sentence */
    public record Notice(String code, Map<String, Object> facts) {}
}
