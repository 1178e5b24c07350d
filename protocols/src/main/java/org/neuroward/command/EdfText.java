package org.neuroward.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.neuroward.edf.EdfNotice;
import org.neuroward.edf.EdfRecording;

/** What {@code edf} prints for people. */
final class EdfText {

    private static final int SHOWN_ANNOTATIONS = 20;

    private final EdfContents contents;
    private final Messages messages;
    private final StringBuilder text = new StringBuilder();

    private EdfText(EdfContents contents, Messages messages) {
        this.contents = contents;
        this.messages = messages;
    }

    static String of(EdfContents contents, EdfRecording recording, Console console) {
        var text = new EdfText(contents, console.messages());
        text.header();
        text.signals();
        text.annotations();
        text.gaps();
        text.notices(recording.notices(), console.locale());
        return text.text.toString();
    }

    private void header() {
        EdfContents.Header header = contents.header();
        line("edf.format", contents.format(), contents.bytes(), contents.sha256());
        line("edf.patient", header.patient());
        line("edf.recording", header.recording());
        line("edf.start", contents.start().orElseGet(() -> messages.text("edf.unknown")));
        line("edf.records", contents.recordCount(), plain(contents.recordSeconds()));
    }

    private void signals() {
        line("edf.signals", contents.signals().size());
        for (EdfContents.Signal signal : contents.signals()) {
            row("%4d  %-16s  %-7s  %10s Hz  %12d  %-8s  %s … %s  %s"
                    .formatted(
                            signal.index() + 1,
                            signal.label(),
                            signal.kind(),
                            plain(signal.rateHertz()),
                            signal.samples(),
                            signal.unit(),
                            plain(signal.physicalMin()),
                            plain(signal.physicalMax()),
                            signal.digitalSha256().substring(0, 12)));
        }
    }

    private void annotations() {
        List<EdfContents.Remark> annotations = contents.annotations();
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

    private void gaps() {
        line("edf.gaps", contents.gaps().size());
        for (EdfContents.Hole gap : contents.gaps()) {
            row("%12s s  %8s s".formatted(plain(gap.startSeconds()), plain(gap.durationSeconds())));
        }
    }

    private void notices(List<EdfNotice> notices, Locale locale) {
        line("edf.notices", notices.size());
        notices.forEach(notice -> row("  " + notice.sentence(locale)));
    }

    private void line(String key, Object... facts) {
        row(messages.text(key, facts));
    }

    /** Text from a file may hold control characters; a terminal must not obey them. */
    private void row(String row) {
        text.append(row.codePoints()
                        .map(c -> Character.isISOControl(c) ? ' ' : c)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())
                        .stripTrailing())
                .append('\n');
    }

    private static String plain(double value) {
        return new java.math.BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString();
    }
}
