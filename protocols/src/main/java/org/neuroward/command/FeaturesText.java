package org.neuroward.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.neuroward.scoring.Outcome.Given;
import org.neuroward.scoring.Outcome.NotAvailable;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;

/**
 * What {@code features} prints for people: for each condition one table of channels for each kind of value, the values of regions
 * and single pairs with their intervals, and how often a value is not available, and why.
 */
final class FeaturesText {

    private static final String CONNECTIVITY = "connectivity";
    private static final String EVOKED = "evoked";

    private final ResultDocument document;
    private final Messages messages;
    private final StringBuilder text = new StringBuilder();

    private FeaturesText(ResultDocument document, Messages messages) {
        this.document = document;
        this.messages = messages;
    }

    static String of(ResultDocument document, Messages messages) {
        var text = new FeaturesText(document, messages);
        text.text.append(ResultHeader.of(document, messages));
        if (document.refusal().isEmpty()) {
            document.conditions().forEach(text::condition);
            text.events();
        }
        text.text.append(ResultHeader.notices(document, messages));
        return text.text.toString();
    }

    private void condition(ResultDocument.Condition condition) {
        line("");
        line(messages.text(
                "features.condition-of",
                condition.name(),
                ResultHeader.number(condition.secondsClean(), 0),
                ResultHeader.number(condition.secondsRecorded(), 0),
                document.reference()));
        List<Result> results = document.results().stream()
                .filter(result -> result.condition().equals(condition.name()))
                .toList();
        values(results);
    }

    /** Evoked potentials, with the events behind them and how far they can be trusted. */
    private void events() {
        List<Result> results = document.results().stream()
                .filter(result -> family(result).equals(EVOKED))
                .toList();
        if (results.isEmpty()) {
            return;
        }
        line("");
        line(messages.text("features.events-of", results.getFirst().reference()));
        for (Result result : results) {
            String trials = result.data().flatMap(data -> data.trials()).orElse(List.of()).stream()
                    .map(count ->
                            messages.text("features.trials", count.event(), count.text(), count.clean(), count.all()))
                    .collect(Collectors.joining(", "));
            line("%-32s %-5s %-10s %-3s %s  %s"
                    .formatted(
                            result.code(),
                            result.channel().orElse(""),
                            number(result),
                            result.unit(),
                            interval(result),
                            trials)
                    .stripTrailing());
        }
        absent(results);
        line(messages.text("features.stimulus-timing"));
    }

    private void values(List<Result> results) {
        tables(results).forEach(this::table);
        Predicate<Result> listed = result -> result.region().isPresent()
                || result.pair().isPresent() && !family(result).equals(CONNECTIVITY);
        line("");
        results.stream().filter(listed).filter(FeaturesText::isGiven).forEach(this::single);
        long pairs = results.stream()
                .filter(result -> result.pair().isPresent() && family(result).equals(CONNECTIVITY))
                .count();
        if (pairs > 0) {
            line(messages.text("features.pairs", pairs));
        }
        absent(results);
    }

    private void absent(List<Result> results) {
        absences(results).forEach((sentence, count) -> line(messages.text("features.absent", count, sentence)));
    }

    /** Values of channels, those of one family and unit together. */
    private static Map<String, List<Result>> tables(List<Result> results) {
        Map<String, List<Result>> tables = new LinkedHashMap<>();
        results.stream().filter(result -> result.channel().isPresent()).forEach(result -> tables.computeIfAbsent(
                        family(result) + " [" + result.unit() + "]", key -> new ArrayList<>())
                .add(result));
        return tables;
    }

    private void table(String title, List<Result> results) {
        Set<String> codes = new LinkedHashSet<>();
        Map<String, Map<String, Result>> rows = new LinkedHashMap<>();
        for (Result result : results) {
            codes.add(result.code());
            rows.computeIfAbsent(result.channel().orElseThrow(), channel -> new LinkedHashMap<>())
                    .put(result.code(), result);
        }
        line("");
        line(title);
        var head = new StringBuilder("%-6s".formatted(""));
        codes.forEach(code -> head.append(cell(code, column(code))));
        line(head.toString());
        rows.forEach((channel, values) -> {
            var row = new StringBuilder("%-6s".formatted(channel));
            codes.forEach(code -> row.append(cell(code, number(values.get(code)))));
            line(row.toString());
        });
    }

    private void single(Result result) {
        String place = result.pair()
                .map(pair -> pair.first() + "-" + pair.second())
                .or(result::region)
                .orElseThrow();
        String interval = interval(result);
        String unit = result.unit().equals("1") ? "" : " " + result.unit();
        line("%-55s %-10s %-16s %s%s  %s"
                .formatted(result.code(), place, result.reference(), number(result), unit, interval)
                .stripTrailing());
    }

    private String interval(Result result) {
        return result.reliability()
                .flatMap(reliability -> reliability.interval())
                .map(found -> messages.text("features.interval", significant(found.low()), significant(found.high())))
                .orElse("");
    }

    private Map<String, Integer> absences(List<Result> results) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Result result : results) {
            switch (result.outcome()) {
                case Given given -> {}
                case NotAvailable absent ->
                    counts.merge(
                            family(result) + ": " + messages.named("reason." + absent.reason(), absent.facts()),
                            1,
                            Integer::sum);
            }
        }
        return counts;
    }

    private static String cell(String code, String content) {
        int width = Math.max(10, column(code).length() + 2);
        return ("%" + width + "s").formatted(content);
    }

    private static String column(String code) {
        return code.substring(code.indexOf('.') + 1);
    }

    private static String family(Result result) {
        return result.code().substring(0, result.code().indexOf('.'));
    }

    private static boolean isGiven(Result result) {
        return result.value().isPresent();
    }

    private static String number(Result result) {
        return result == null
                ? ""
                : result.value().map(FeaturesText::significant).orElse("–");
    }

    /** Four significant digits, plain where that is short. */
    private static String significant(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
