package org.neuroward.command;

import java.util.List;
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
        text.text.append(ResultHeader.of(document, messages));
        if (document.refusal().isEmpty()) {
            document.conditions().forEach(text::condition);
        }
        text.text.append(ResultHeader.notices(document, messages));
        return text.text.toString();
    }

    private void condition(ResultDocument.Condition condition) {
        text.append('\n');
        line(
                "score.condition-of",
                condition.name(),
                ResultHeader.number(condition.secondsClean(), 0),
                ResultHeader.number(condition.secondsRecorded(), 0));
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
                .map(value -> ResultHeader.number(value, digits))
                .orElse("–");
    }

    private void line(String key, Object... facts) {
        text.append(messages.text(key, facts)).append('\n');
    }
}
