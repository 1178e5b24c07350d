package org.neuroward.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.neuroward.scoring.Result;
import org.neuroward.scoring.ResultDocument;

/** What {@code score} prints for people: quality first, then one table for each condition. */
final class ScoreText {

    private static final List<String> BANDS = List.of("delta", "theta", "alpha", "beta", "gamma");

    private final ResultDocument document;
    private final Messages messages;
    private final StringBuilder text = new StringBuilder();

    private ScoreText(ResultDocument document, Messages messages) {
        this.document = document;
        this.messages = messages;
    }

    static String of(ResultDocument document, Messages messages) {
        var text = new ScoreText(document, messages);
        text.header();
        document.refusal().ifPresent(refusal -> text.line("score.refused", refusal.code(), facts(refusal.facts())));
        if (document.refusal().isEmpty()) {
            document.conditions().forEach(text::condition);
        }
        document.notices().forEach(notice -> text.line("score.notice", notice.code(), facts(notice.facts())));
        return text.text.toString();
    }

    private void header() {
        ResultDocument.Quality quality = document.quality();
        line(
                "score.protocol",
                document.protocol().id(),
                document.protocol().version(),
                document.input().sha256());
        line("score.seconds", number(document.secondsRecorded(), 1), number(document.secondsUsed(), 1));
        line(
                "score.quality",
                number(quality.index(), 0),
                quality.grade(),
                quality.topReasons().stream()
                        .map(reason -> reason.reason() + " " + number(100 * reason.share(), 0) + " %")
                        .collect(Collectors.joining(", ")));
        line("score.channels", String.join(" ", document.channelsUsed()));
        if (!document.channelsLeftOut().isEmpty()) {
            line(
                    "score.left-out",
                    document.channelsLeftOut().stream()
                            .map(channel -> channel.label() + " (" + channel.reason() + ")")
                            .collect(Collectors.joining(", ")));
        }
    }

    private void condition(ResultDocument.Condition condition) {
        text.append('\n');
        line(
                "score.condition-of",
                condition.name(),
                number(condition.secondsClean(), 0),
                number(condition.secondsRecorded(), 0));
        text.append("%-6s".formatted(""));
        BANDS.forEach(band -> text.append("%16s".formatted(band)));
        text.append('\n');
        for (String channel : document.channelsUsed()) {
            text.append("%-6s".formatted(channel));
            for (String band : BANDS) {
                text.append("%9s%7s"
                        .formatted(
                                value("band-power." + band + ".absolute", channel, condition.name(), 2),
                                value("band-power." + band + ".relative", channel, condition.name(), 3)));
            }
            text.append('\n');
        }
        line(
                "score.alpha",
                value("iaf.peak", "", condition.name(), 2),
                value("iaf.centre-of-gravity", "", condition.name(), 2));
    }

    private String value(String code, String channel, String condition, int digits) {
        return document.results().stream()
                .filter(result -> result.code().equals(code)
                        && result.channel().orElse("").equals(channel)
                        && result.condition().equals(condition))
                .findFirst()
                .flatMap(Result::value)
                .map(value -> number(value, digits))
                .orElse("–");
    }

    private static String facts(java.util.Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private void line(String key, Object... facts) {
        text.append(messages.text(key, facts)).append('\n');
    }
}
