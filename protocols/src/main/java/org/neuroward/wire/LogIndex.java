package org.neuroward.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.wire.FrameContent.ClockReading;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameContent.Impedances;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameContent.Tally;
import org.neuroward.wire.FrameException.Kind;

/** Where in a log each stream's samples lie, from one pass over it. */
final class LogIndex implements Closeable {

    private final Description description;
    private final List<StreamIndex> streams = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<LogRecording.Loss> losses = new ArrayList<>();
    private final List<LogRecording.Clocks> clocks = new ArrayList<>();
    private final List<LogRecording.Electrodes> impedances = new ArrayList<>();
    private Tally tally = new Tally(0, 0, 0);
    private End end;
    private long frames;
    private int damages;

    private LogIndex(Description description) {
        this.description = description;
        description
                .layout()
                .streams()
                .forEach(stream -> streams.add(new StreamIndex(stream.channels().size())));
    }

    /** Of a log that is whole up to its end. */
    static LogIndex of(Path logs, UUID recordingId) throws IOException {
        try (LogReader reader = LogReader.open(logs, recordingId, 0)) {
            Frame first = reader.next().orElseThrow(() -> empty(recordingId));
            var sequence = new FrameSequence(recordingId);
            sequence.accept(first);
            var index = new LogIndex((Description) first.content());
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                sequence.accept(frame.get());
                index.add(frame.get(), reader.lastSegment(), reader.lastOffset());
            }
            index.frames = sequence.nextFrameIndex();
            return index;
        }
    }

    /** Of what is sound in a log: samples that are not are missing. */
    static LogIndex ofSound(List<Path> logs, UUID recordingId) throws IOException {
        try (SoundFrames reader = SoundFrames.open(logs, recordingId, 0)) {
            Frame first = reader.next().orElseThrow(() -> empty(recordingId));
            if (!(first.content() instanceof Description description)) {
                throw new FrameException(Kind.WRONG_INDEX, "the recording's description is damaged: " + recordingId);
            }
            var index = new LogIndex(description);
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                if (index.reach(frame.get())) {
                    index.add(frame.get(), reader.lastSegment(), reader.lastOffset());
                }
            }
            index.frames = reader.nextIndex();
            index.damages = reader.damages();
            return index;
        }
    }

    private static FrameException empty(UUID recordingId) {
        return new FrameException(Kind.WRONG_INDEX, "the recording's log holds no frame: " + recordingId);
    }

    /** Notes what is missing before a frame's samples; false when the frame is none of this recording's after all. */
    private boolean reach(Frame frame) throws FrameException {
        if (frame.type() != FrameType.DATA && frame.type() != FrameType.GAP) {
            return frame.type() != FrameType.DESC;
        }
        if (frame.stream() >= streams.size() || frame.sampleCount() == 0) {
            return false;
        }
        StreamIndex stream = streams.get(frame.stream());
        if (!stream.takes(frame)) {
            return false;
        }
        for (long next = stream.samples(); next < frame.firstSample(); next = stream.samples()) {
            int count = (int) Math.min(Integer.MAX_VALUE, frame.firstSample() - next);
            stream.addGap(next, count);
            losses.add(new LogRecording.Loss(frame.stream(), next, count, new Missing(GapCause.DISK)));
        }
        return true;
    }

    private void add(Frame frame, Path segment, long offset) throws IOException {
        switch (frame.type()) {
            case DATA -> streams.get(frame.stream()).addSamples(frame, segment, offset);
            case GAP -> {
                streams.get(frame.stream()).addGap(frame.firstSample(), frame.sampleCount());
                losses.add(new LogRecording.Loss(
                        frame.stream(), frame.firstSample(), frame.sampleCount(), (Missing) frame.content()));
            }
            case EVENT -> events.add((Event) frame.content());
            case END -> end = (End) frame.content();
            case CLOCK ->
                clocks.add(new LogRecording.Clocks(
                        frame.firstSample(), frame.header().time(), (ClockReading) frame.content()));
            case IMPEDANCE ->
                impedances.add(
                        new LogRecording.Electrodes(frame.firstSample(), ((Impedances) frame.content()).electrodes()));
            case TALLY -> tally = (Tally) frame.content();
            case DESC -> {}
        }
    }

    Description description() {
        return description;
    }

    Optional<End> end() {
        return Optional.ofNullable(end);
    }

    long frames() {
        return frames;
    }

    int damages() {
        return damages;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<LogRecording.Loss> losses() {
        return List.copyOf(losses);
    }

    List<LogRecording.Clocks> clocks() {
        return List.copyOf(clocks);
    }

    List<LogRecording.Electrodes> impedances() {
        return List.copyOf(impedances);
    }

    Tally tally() {
        return tally;
    }

    StreamIndex stream(int number) {
        return streams.get(number);
    }

    @Override
    public void close() throws IOException {
        for (StreamIndex stream : streams) {
            stream.close();
        }
    }
}
