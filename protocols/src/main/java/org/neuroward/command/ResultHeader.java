package org.neuroward.command;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.neuroward.scoring.ResultDocument;

/** What people read above and below the numbers of any result document. */
final class ResultHeader {

    private final ResultDocument document;
    private final Messages messages;
    private final StringBuilder text = new StringBuilder();

    private ResultHeader(ResultDocument document, Messages messages) {
        this.document = document;
        this.messages = messages;
    }

    /** Protocol, seconds, quality, channels, and the refusal if there is one. */
    static String of(ResultDocument document, Messages messages) {
        var header = new ResultHeader(document, messages);
        header.write();
        return header.text.toString();
    }

    static String notices(ResultDocument document, Messages messages) {
        return document.notices().stream()
                .map(notice -> messages.text("score.notice", notice.code(), facts(notice.facts())) + "\n")
                .collect(Collectors.joining());
    }

    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private void write() {
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
        document.refusal().ifPresent(refusal -> line("score.refused", refusal.code(), facts(refusal.facts())));
    }

    private static String facts(Map<String, Object> facts) {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining(", "));
    }

    private void line(String key, Object... facts) {
        text.append(messages.text(key, facts)).append('\n');
    }
}
