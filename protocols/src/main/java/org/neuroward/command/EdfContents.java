package org.neuroward.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.neuroward.edf.EdfHeader;
import org.neuroward.edf.EdfRecording;
import org.neuroward.edf.EdfSignal;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Recording;
import org.neuroward.signal.RecordingNotice;
import org.neuroward.signal.SamplingRate;
import org.neuroward.signal.Segment;

/** What {@code edf --json} prints; the same file gives the same bytes on every machine and in every language. */
@JsonPropertyOrder({"schema", "bytes", "sha256", "format", "header", "recordCount", "recordSeconds", "start"})
record EdfContents(
        String schema,
        long bytes,
        String sha256,
        String format,
        Header header,
        long recordCount,
        double recordSeconds,
        Optional<String> start,
        List<Signal> signals,
        List<Remark> annotations,
        List<Hole> gaps,
        List<Notice> notices) {

    /** The header's fields as they stand in the file; {@code patient} and {@code recording} may name a person. */
    record Header(
            String patient,
            String recording,
            String startDate,
            String startTime,
            int headerBytes,
            String reserved,
            long announcedRecords,
            int signalCount,
            int annotationSignals) {}

    /** @param samples recorded ones, gaps left out */
    record Signal(
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
            boolean calibrated,
            String transducer,
            String prefilter,
            int samplesPerRecord,
            List<Stretch> gaps) {}

    /** Missing samples of one signal. */
    record Stretch(long firstSample, long count) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Remark(double onsetSeconds, Optional<Double> durationSeconds, String text) {}

    /** A gap of the recording, as the fastest signal sees it; seconds from the first sample. */
    record Hole(double startSeconds, double durationSeconds) {}

    record Notice(String code, boolean damage, Map<String, String> facts, String text) {}

    static EdfContents of(Path file, EdfRecording recording) throws IOException {
        EdfHeader header = recording.header();
        return new EdfContents(
                "neuroward-edf-1",
                java.nio.file.Files.size(file),
                Digests.ofFile(file),
                header.format().label(),
                header(header),
                recording.records(),
                header.recordSeconds(),
                recording.startTime().map(Object::toString),
                signals(recording),
                recording.annotations().stream().map(EdfContents::remark).toList(),
                holes(recording),
                recording.notices().stream().map(EdfContents::notice).toList());
    }

    String toJson() {
        return ContentsJson.of(this);
    }

    private static Header header(EdfHeader header) {
        return new Header(
                header.patient(),
                header.recording(),
                header.startDate(),
                header.startTime(),
                header.headerBytes(),
                header.reserved(),
                header.announcedRecords(),
                header.signals().size(),
                (int) header.signals().stream().filter(EdfSignal::annotations).count());
    }

    private static List<Signal> signals(EdfRecording recording) throws IOException {
        var signals = new ArrayList<Signal>();
        for (int channel = 0; channel < recording.channels().size(); channel++) {
            signals.add(signal(recording, channel));
        }
        return signals;
    }

    private static Signal signal(EdfRecording recording, int index) throws IOException {
        Channel channel = recording.channels().get(index);
        EdfSignal signal = recording.signal(index);
        return new Signal(
                index,
                signal.label(),
                channel.kind().name().toLowerCase(Locale.ROOT),
                signal.unit(),
                channel.rate().hertz(),
                recording.segments(index).stream().mapToLong(Segment::count).sum(),
                Digests.ofCounts(recording, index),
                signal.physicalMin(),
                signal.physicalMax(),
                signal.digitalMin(),
                signal.digitalMax(),
                signal.calibrated(),
                signal.transducer(),
                signal.prefilter(),
                signal.samplesPerRecord(),
                recording.gaps(index).stream()
                        .map(gap -> new Stretch(gap.firstSample(), gap.count()))
                        .toList());
    }

    static List<Hole> holes(Recording recording) {
        int fastest = 0;
        List<Channel> channels = recording.channels();
        for (int channel = 1; channel < channels.size(); channel++) {
            if (channels.get(channel).rate().hertz()
                    > channels.get(fastest).rate().hertz()) {
                fastest = channel;
            }
        }
        if (channels.isEmpty()) {
            return List.of();
        }
        SamplingRate rate = channels.get(fastest).rate();
        return recording.gaps(fastest).stream()
                .map(gap -> new Hole(gap.firstSample() / rate.hertz(), gap.count() / rate.hertz()))
                .toList();
    }

    static Remark remark(Annotation annotation) {
        return new Remark(
                seconds(annotation.onset()), annotation.duration().map(EdfContents::seconds), annotation.text());
    }

    private static double seconds(Duration span) {
        return java.math.BigDecimal.valueOf(span.getSeconds())
                .add(java.math.BigDecimal.valueOf(span.getNano(), 9))
                .doubleValue();
    }

    static Notice notice(RecordingNotice notice) {
        return new Notice(notice.code(), notice.damage(), notice.facts(), notice.sentence(Locale.ENGLISH));
    }
}
