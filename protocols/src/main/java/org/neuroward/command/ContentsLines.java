package org.neuroward.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.neuroward.signal.RecordingNotice;

/** Lines that say what a recording holds, for people: the parts that all formats share. */
final class ContentsLines {

    private static final int SHOWN_ANNOTATIONS = 20;

    private final Messages messages;
    private final Locale locale;
    private final StringBuilder text = new StringBuilder();

    ContentsLines(Console console) {
        this.messages = console.messages();
        this.locale = console.locale();
    }

    String text() {
        return text.toString();
    }

    void line(String key, Object... facts) {
        row(messages.text(key, facts));
    }

    void start(java.util.Optional<String> start) {
        line("edf.start", start.orElseGet(() -> messages.text("edf.unknown")));
    }

    void annotations(List<EdfContents.Remark> annotations) {
        line("edf.annotations", annotations.size());
        annotations.stream()
                .limit(SHOWN_ANNOTATIONS)
                .forEach(annotation -> row("%12s s  %8s  %s"
                        .formatted(
                                plain(annotation.onsetSeconds()),
                                annotation
                                        .durationSeconds()
                                        .map(d -> plain(d) + " s")
                                        .orElse(""),
                                annotation.text())));
        if (annotations.size() > SHOWN_ANNOTATIONS) {
            line("edf.more", annotations.size() - SHOWN_ANNOTATIONS);
        }
    }

    void gaps(List<EdfContents.Hole> gaps) {
        line("edf.gaps", gaps.size());
        for (EdfContents.Hole gap : gaps) {
            row("%12s s  %8s s".formatted(plain(gap.startSeconds()), plain(gap.durationSeconds())));
        }
    }

    void notices(List<? extends RecordingNotice> notices) {
        line("edf.notices", notices.size());
        notices.forEach(notice -> row("  " + notice.sentence(locale)));
    }

    /** Text from a file may hold control characters; a terminal must not obey them. */
    void row(String row) {
        text.append(row.codePoints()
                        .map(c -> Character.isISOControl(c) ? ' ' : c)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())
                        .stripTrailing())
                .append('\n');
    }

    static String plain(double value) {
        return new java.math.BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString();
    }
}
