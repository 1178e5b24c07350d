package org.neuroward.clinic.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.neuroward.clinic.recording.RecordingProgress.LocatedGap;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameContent;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameException;
import org.neuroward.wire.StreamLayout;

/** Adds up the progress of one recording. Not safe for several threads. */
final class ProgressCount {

    private final List<FrameContent.Event> events = new ArrayList<>();
    private final List<LocatedGap> gaps = new ArrayList<>();
    private Description description;
    private StreamLayout layout = new StreamLayout(List.of());
    private Duration recorded = Duration.ZERO;

    /** Takes the next frame, which must have been found in order before. */
    void add(Frame frame) throws FrameException {
        switch (frame.type()) {
            case DESC -> {
                description = (Description) frame.content();
                layout = description.layout();
            }
            case DATA -> reach(frame);
            case GAP -> {
                gaps.add(new LocatedGap(
                        frame.stream(),
                        frame.firstSample(),
                        frame.sampleCount(),
                        rate(frame).timeOf(frame.firstSample()),
                        rate(frame).timeOf(frame.sampleCount()),
                        (FrameContent.Missing) frame.content()));
                reach(frame);
            }
            case EVENT -> events.add((FrameContent.Event) frame.content());
            case CLOCK, IMPEDANCE, TALLY, END -> {}
        }
    }

    private void reach(Frame frame) {
        Duration end = rate(frame).timeOf(frame.firstSample() + frame.sampleCount());
        recorded = end.compareTo(recorded) > 0 ? end : recorded;
    }

    private SamplingRate rate(Frame frame) {
        return layout.streams().get(frame.stream()).rate();
    }

    /** What is recorded; null before the first frame. */
    Description description() {
        return description;
    }

    RecordingProgress progress() {
        return new RecordingProgress(recorded, events, gaps);
    }
}
