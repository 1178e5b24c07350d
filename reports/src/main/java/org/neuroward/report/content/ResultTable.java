package org.neuroward.report.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;

/** The results of one document, found by code, place and condition. */
public final class ResultTable {

    /** Bands that a report shows, slowest first, if the result has them. */
    private static final List<String> BANDS =
            List.of("delta", "theta", "alpha", "alpha1", "alpha2", "beta", "beta1", "beta2", "gamma");

    private record Key(String code, String place, String condition) {}

    private final ResultDocument document;
    private final Map<Key, Result> results = new LinkedHashMap<>();

    public ResultTable(ResultDocument document) {
        this.document = document;
        for (Result one : document.results()) {
            String place = one.channel().or(one::region).orElse("");
            results.put(new Key(one.code(), place, one.condition()), one);
        }
    }

    /** @param place a channel, or a region */
    public Optional<Result> find(String code, String place, String condition) {
        return Optional.ofNullable(results.get(new Key(code, place, condition)));
    }

    /** The five classic bands, or those of them that were computed. */
    public List<String> mainBands() {
        return bands().stream().filter(band -> !band.matches(".*[12]")).toList();
    }

    public List<String> bands() {
        return BANDS.stream()
                .filter(band -> hasCode("band-power." + band + ".absolute"))
                .toList();
    }

    /** Conditions for which there is at least one result, in the order of the document. */
    public List<String> conditions() {
        return document.conditions().stream()
                .map(ResultDocument.Condition::name)
                .filter(name ->
                        document.results().stream().anyMatch(r -> r.condition().equals(name)))
                .toList();
    }

    /** Channels that have results, in the order of the channels used. */
    public List<String> channels() {
        return document.channelsUsed().stream()
                .filter(name -> document.results().stream()
                        .anyMatch(r -> r.channel().filter(name::equals).isPresent()))
                .toList();
    }

    /** Values that are available, by channel. */
    public Map<String, Double> byChannel(String code, String condition) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String channel : document.channelsUsed()) {
            find(code, channel, condition).flatMap(Result::value).ifPresent(value -> values.put(channel, value));
        }
        return values;
    }

    /** Results that belong to a region rather than to a channel. */
    public List<Result> ofRegions() {
        return new ArrayList<>(document.results().stream()
                .filter(one -> one.region().isPresent())
                .toList());
    }

    private boolean hasCode(String code) {
        return document.results().stream().anyMatch(one -> one.code().equals(code));
    }
}
