package org.neuroward.command;

import org.neuroward.edf.EdfRecording;

/** What {@code edf} prints for people. */
final class EdfText {

    private EdfText() {}

    static String of(EdfContents contents, EdfRecording recording, Console console) {
        var lines = new ContentsLines(console);
        EdfContents.Header header = contents.header();
        lines.line("edf.format", contents.format(), contents.bytes(), contents.sha256());
        lines.line("edf.patient", header.patient());
        lines.line("edf.recording", header.recording());
        lines.start(contents.start());
        lines.line("edf.records", contents.recordCount(), ContentsLines.plain(contents.recordSeconds()));
        lines.line("edf.signals", contents.signals().size());
        for (EdfContents.Signal signal : contents.signals()) {
            lines.row(row(signal));
        }
        lines.annotations(contents.annotations());
        lines.gaps(contents.gaps());
        lines.notices(recording.notices());
        return lines.text();
    }

    private static String row(EdfContents.Signal signal) {
        return "%4d  %-16s  %-7s  %10s Hz  %12d  %-8s  %s … %s  %s"
                .formatted(
                        signal.index() + 1,
                        signal.label(),
                        signal.kind(),
                        ContentsLines.plain(signal.rateHertz()),
                        signal.samples(),
                        signal.unit(),
                        ContentsLines.plain(signal.physicalMin()),
                        ContentsLines.plain(signal.physicalMax()),
                        signal.digitalSha256().substring(0, 12));
    }
}
