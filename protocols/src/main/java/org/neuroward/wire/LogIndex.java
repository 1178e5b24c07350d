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
    private final FrameSequence sequence;
    private final List<StreamIndex> streams = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<LogRecording.Loss> losses = new ArrayList<>();
    private final List<LogRecording.Clocks> clocks = new ArrayList<>();
    private final List<LogRecording.Electrodes> impedances = new ArrayList<>();
    private Tally tally = new Tally(0, 0, 0);
    private End end;

    private LogIndex(Description description, FrameSequence sequence) {
        this.description = description;
        this.sequence = sequence;
        description
                .layout()
                .streams()
                .forEach(stream -> streams.add(new StreamIndex(stream.channels().size())));
    }

    static LogIndex of(Path logs, UUID recordingId) throws IOException {
        try (LogReader reader = LogReader.open(logs, recordingId, 0)) {
            Frame first = reader.next()
                    .orElseThrow(() ->
                            new FrameException(Kind.WRONG_INDEX, "the recording's log holds no frame: " + recordingId));
            var sequence = new FrameSequence(recordingId);
            sequence.accept(first);
            var index = new LogIndex((Description) first.content(), sequence);
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                index.add(frame.get(), reader);
            }
            return index;
        }
    }

    private void add(Frame frame, LogReader reader) throws IOException {
        sequence.accept(frame);
        switch (frame.type()) {
            case DATA -> streams.get(frame.stream()).addSamples(frame, reader.lastSegment(), reader.lastOffset());
            case GAP -> {
                streams.get(frame.stream()).addGap(frame);
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
        return sequence.nextFrameIndex();
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
