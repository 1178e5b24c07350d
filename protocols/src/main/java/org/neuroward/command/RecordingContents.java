package org.neuroward.command;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.neuroward.recordingfile.RecordingFile;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Recording;
import org.neuroward.signal.Segment;

/** What {@code recording --json} prints of a file of any format; the same file gives the same bytes on every machine. */
@JsonPropertyOrder({"schema", "format", "files", "start", "channels", "annotations", "gaps", "notices"})
record RecordingContents(
        String schema,
        String format,
        List<Part> files,
        Optional<String> start,
        List<Trace> channels,
        List<EdfContents.Remark> annotations,
        List<EdfContents.Hole> gaps,
        List<EdfContents.Notice> notices) {

    /** One of the files that make up the recording; its name may name a person and is left out. */
    record Part(String extension, long bytes, String sha256) {}

    /**
     * One channel.
     *
     * @param samples recorded ones, gaps left out
     * @param digitalSha256 of the counts; where the file holds floats, of their rounding to 24 bits
     */
    record Trace(
            int index,
            String label,
            String kind,
            String unit,
            double rateHertz,
            long samples,
            String digitalSha256,
            double physicalMin,
            double physicalMax,
            int digitalMin,
            int digitalMax,
            String transducer,
            String prefilter,
            List<EdfContents.Stretch> gaps) {}

    static RecordingContents of(RecordingFile file) throws IOException {
        Recording recording = file.recording();
        var parts = new ArrayList<Part>();
        for (Path path : file.files()) {
            parts.add(new Part(extension(path), Files.size(path), Digests.ofFile(path)));
        }
        var traces = new ArrayList<Trace>();
        for (int channel = 0; channel < recording.channels().size(); channel++) {
            traces.add(trace(recording, channel));
        }
        return new RecordingContents(
                "neuroward-recording-1",
                file.format(),
                parts,
                recording.startTime().map(Object::toString),
                traces,
                recording.annotations().stream().map(EdfContents::remark).toList(),
                EdfContents.holes(recording),
                file.notices().stream().map(EdfContents::notice).toList());
    }

    private static Trace trace(Recording recording, int index) throws IOException {
        Channel channel = recording.channels().get(index);
        return new Trace(
                index,
                channel.label(),
                channel.kind().name().toLowerCase(Locale.ROOT),
                channel.unit(),
                channel.rate().hertz(),
                recording.segments(index).stream().mapToLong(Segment::count).sum(),
                Digests.ofCounts(recording, index),
                channel.physical().min(),
                channel.physical().max(),
                channel.digital().min(),
                channel.digital().max(),
                channel.transducer(),
                channel.prefilter(),
                recording.gaps(index).stream()
                        .map(gap -> new EdfContents.Stretch(gap.firstSample(), gap.count()))
                        .toList());
    }

    private static String extension(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
