package org.neuroward.clinic.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.neuroward.artifact.SecondQuality;
import org.neuroward.clinic.ingest.LiveSignal;
import org.neuroward.clinic.recording.RecordingProgress.LocatedGap;
import org.neuroward.signal.HeadMapPoint;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameContent.Event;

/** The texts of the live WebSocket, written as JSON. */
final class LiveMessages {

    private LiveMessages() {}

    /** @param unavailable labels of traces that the montage has and the electrodes do not give */
    record Layout(
            String type,
            List<StreamLine> streams,
            List<ElectrodeLine> electrodes,
            List<String> unavailable,
            DisplaySettings display) {}

    record StreamLine(int stream, double hertz, List<TraceLine> channels) {}

    /** Place on the head map, nose up, unit circle; null when unknown. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TraceLine(String label, String name, Double x, Double y) {}

    record ElectrodeLine(int index, String name, Double x, Double y) {}

    record Quality(String type, List<QualityLine> channels) {}

    record QualityLine(int index, String status, double microvoltsRms, double lineDecibels) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Annotation(String type, double seconds, Optional<Double> durationSeconds, String text) {}

    /**
     * @param lengthSeconds in signal time
     * @param cause see {@link org.neuroward.wire.GapCause}, as {@code reconnected}
     * @param exact whether the length was counted, not estimated
     */
    record Gap(
            String type,
            int stream,
            long firstSample,
            long samples,
            double seconds,
            double lengthSeconds,
            String cause,
            boolean exact) {}

    static Layout layout(List<StreamView> views, DisplaySettings settings) {
        var streams = new ArrayList<StreamLine>();
        var electrodes = new ArrayList<ElectrodeLine>();
        var unavailable = new ArrayList<String>();
        for (StreamView view : views) {
            streams.add(new StreamLine(
                    view.number(),
                    view.rate().hertz(),
                    view.traces().stream().map(LiveMessages::line).toList()));
            view.unavailable().forEach(one -> unavailable.add(one.derivation().label()));
            for (StreamView.Electrode electrode : view.electrodes()) {
                Trace trace = electrode.trace();
                electrodes.add(new ElectrodeLine(electrodes.size(), trace.name(), x(trace), y(trace)));
            }
        }
        return new Layout("layout", streams, electrodes, unavailable, settings);
    }

    private static TraceLine line(Trace trace) {
        return new TraceLine(trace.label(), trace.name(), x(trace), y(trace));
    }

    private static Double x(Trace trace) {
        return trace.place().map(HeadMapPoint::x).orElse(null);
    }

    private static Double y(Trace trace) {
        return trace.place().map(HeadMapPoint::y).orElse(null);
    }

    static QualityLine quality(int index, SecondQuality quality) {
        return new QualityLine(
                index,
                quality.status().name().toLowerCase(Locale.ROOT),
                rounded(quality.microvoltsRms()),
                rounded(quality.lineDecibels()));
    }

    static Annotation annotation(Event event) {
        return new Annotation(
                "annotation", seconds(event.onset()), event.duration().map(LiveMessages::seconds), event.text());
    }

    static Gap gap(LocatedGap gap) {
        return new Gap(
                "gap",
                gap.stream(),
                gap.firstSample(),
                gap.samples(),
                seconds(gap.onset()),
                seconds(gap.length()),
                cause(gap.missing()),
                gap.missing().exact());
    }

    static Gap gap(LiveSignal.Missing gap, SamplingRate rate) {
        return new Gap(
                "gap",
                gap.stream(),
                gap.firstSample(),
                gap.samples(),
                seconds(rate.timeOf(gap.firstSample())),
                seconds(rate.timeOf(gap.samples())),
                cause(gap.why()),
                gap.why().exact());
    }

    private static String cause(FrameContent.Missing missing) {
        return missing.cause().name().toLowerCase(Locale.ROOT);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
