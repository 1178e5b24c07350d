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

    /** Remarks and gaps that are kept to be shown while the recording runs, whatever an agent sends; the log has all. */
    private static final int MOST_SHOWN = 5000;

    private static final int LONGEST_TEXT = 500;

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
                addGap(new LocatedGap(
                        frame.stream(),
                        frame.firstSample(),
                        frame.sampleCount(),
                        rate(frame).timeOf(frame.firstSample()),
                        rate(frame).timeOf(frame.sampleCount()),
                        (FrameContent.Missing) frame.content()));
                reach(frame);
            }
            case EVENT -> addEvent((FrameContent.Event) frame.content());
            case CLOCK, IMPEDANCE, TALLY, END -> {}
        }
    }

    /** When there are too many to be shown, the last place stands for all further ones, so that their samples still add up. */
    private void addGap(LocatedGap gap) {
        if (gaps.size() < MOST_SHOWN) {
            gaps.add(gap);
        } else {
            gaps.add(gaps.removeLast().with(gap));
        }
    }

    private void addEvent(FrameContent.Event event) {
        if (events.size() < MOST_SHOWN) {
            boolean fits = event.text().length() <= LONGEST_TEXT;
            String text = fits ? event.text() : event.text().substring(0, LONGEST_TEXT);
            events.add(new FrameContent.Event(event.onset(), event.duration(), text, event.planned()));
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
