package org.neuroward.command;

import java.util.List;
import org.neuroward.signal.RecordingNotice;

/** What {@code recording} prints for people. */
final class RecordingText {

    private RecordingText() {}

    static String of(RecordingContents contents, List<RecordingNotice> notices, Console console) {
        var lines = new ContentsLines(console);
        lines.line("recording.format", contents.format());
        for (RecordingContents.Part part : contents.files()) {
            lines.line("recording.file", part.extension(), part.bytes(), part.sha256());
        }
        lines.start(contents.start());
        lines.line("recording.channels", contents.channels().size());
        for (RecordingContents.Trace channel : contents.channels()) {
            lines.row("%4d  %-16s  %-7s  %10s Hz  %12d  %-8s  %s"
                    .formatted(
                            channel.index() + 1,
                            channel.label(),
                            channel.kind(),
                            ContentsLines.plain(channel.rateHertz()),
                            channel.samples(),
                            channel.unit(),
                            channel.digitalSha256().substring(0, 12)));
        }
        lines.annotations(contents.annotations());
        lines.gaps(contents.gaps());
        lines.notices(notices);
        return lines.text();
    }
}
