package org.neuroward.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;
import org.neuroward.signal.SamplingRate;
import org.neuroward.wire.FrameContent.ClockReading;
import org.neuroward.wire.FrameContent.Description;
import org.neuroward.wire.FrameContent.End;
import org.neuroward.wire.FrameContent.Event;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.FrameContent.Tally;

/**
 * A recording log as a {@link Recording}: what a sealed file is written from. It shows the log as it was when opened, ended
 * or not. Belongs to one thread.
 *
 * <p>An event whose duration was planned ends with the recording at the latest.
 */
public final class LogRecording implements Recording {

    /**
     * A run of samples that is missing, as it was noted: longer losses may be noted in several runs.
     *
     * @param firstSample index in the stream
     */
    public record Loss(int stream, long firstSample, int sampleCount, Missing missing) {}

    /**
     * A reading of the clocks.
     *
     * @param sample index of the next sample of stream 0
     */
    public record Clocks(long sample, FrameTime time, ClockReading reading) {}

    /** @param sample index of the next sample of stream 0 when the electrodes were measured */
    public record Electrodes(long sample, List<Impedance> electrodes) {
        public Electrodes {
            electrodes = List.copyOf(electrodes);
        }
    }

    private final Description description;
    private final StreamLayout layout;
    private final LogIndex index;
    private final ZoneId zone;

    private LogRecording(LogIndex index, ZoneId zone) {
        this.description = index.description();
        this.layout = description.layout();
        this.index = index;
        this.zone = zone;
    }

    /**
     * @param zone of the wall clock that {@link #startTime()} shows
     * @throws LogDamagedException when a frame before the last is damaged
     * @throws FrameException when frames do not follow one another
     */
    public static LogRecording open(Path logs, UUID recordingId, ZoneId zone) throws IOException {
        return new LogRecording(LogIndex.of(logs, recordingId), zone);
    }

    /**
     * What is sound in a log, damaged or not: samples that cannot be read are missing, with cause {@link GapCause#DISK}.
     *
     * @param logs folders that may each hold a part of the recording, one for each disk that it was written to
     * @throws FrameException when nothing can be said of the recording: its first frame is damaged
     */
    public static LogRecording openSound(List<Path> logs, UUID recordingId, ZoneId zone) throws IOException {
        return new LogRecording(LogIndex.ofSound(logs, recordingId), zone);
    }

    public Description description() {
        return description;
    }

    /** Places where the log is damaged; one that {@link #open} takes has none. */
    public int damages() {
        return index.damages();
    }

    /** How the recording ended; empty while it runs. */
    public Optional<End> end() {
        return index.end();
    }

    /** Every loss with its place, length and cause, in the order of time. */
    public List<Loss> losses() {
        return index.losses();
    }

    public List<Clocks> clocks() {
        return index.clocks();
    }

    public List<Electrodes> impedances() {
        return index.impedances();
    }

    /** What came wrong, at the last count. */
    public Tally tally() {
        return index.tally();
    }

    /** Number of frames seen. */
    public long frames() {
        return index.frames();
    }

    @Override
    public List<Channel> channels() {
        return description.channels();
    }

    @Override
    public Optional<LocalDateTime> startTime() {
        return Optional.of(LocalDateTime.ofInstant(description.startedAt(), zone));
    }

    /** Time from the first to behind the last sample, gaps included, of the stream that lasts longest. */
    public Duration duration() {
        Duration longest = Duration.ZERO;
        for (StreamLayout.Stream stream : layout.streams()) {
            Duration end = stream.rate().timeOf(index.stream(stream.number()).samples());
            longest = end.compareTo(longest) > 0 ? end : longest;
        }
        return longest;
    }

    /**
     * The events, one annotation for each loss that the source itself did not state, and what was measured at the electrodes: a
     * file then says not only where samples are missing but why, and whether their number was counted.
     */
    @Override
    public List<Annotation> annotations() {
        Duration end = duration();
        Stream<Annotation> events =
                index.events().stream().map(event -> new Annotation(event.onset(), duration(event, end), event.text()));
        Stream<Annotation> losses = index.losses().stream()
                .filter(loss -> loss.missing().cause() != GapCause.SOURCE)
                .map(this::annotation);
        Stream<Annotation> electrodes =
                ImpedanceRemarks.of(
                        index.impedances(), layout.streams().getFirst().rate())
                        .stream();
        return Stream.of(events, losses, electrodes)
                .flatMap(remarks -> remarks)
                .sorted(Comparator.comparing(Annotation::onset))
                .toList();
    }

    private Annotation annotation(Loss loss) {
        SamplingRate rate = layout.streams().get(loss.stream()).rate();
        String text = "Gap: " + loss.missing().cause() + ", " + loss.sampleCount() + " samples"
                + (loss.missing().exact() ? "" : ", estimated");
        return new Annotation(rate.timeOf(loss.firstSample()), Optional.of(rate.timeOf(loss.sampleCount())), text);
    }

    private static Optional<Duration> duration(Event event, Duration end) {
        if (!event.planned() || event.duration().isEmpty()) {
            return event.duration();
        }
        Duration recorded = end.minus(event.onset());
        Duration planned = event.duration().get();
        return Optional.of(
                planned.compareTo(recorded) < 0 ? planned : recorded.isNegative() ? Duration.ZERO : recorded);
    }

    @Override
    public long samples(int channel) {
        return index.stream(layout.streamOf(channel).number()).samples();
    }

    @Override
    public List<Gap> gaps(int channel) {
        return index.stream(layout.streamOf(channel).number()).gaps();
    }

    @Override
    public void counts(int channel, long firstSample, int[] into) throws IOException {
        StreamLayout.Stream stream = layout.streamOf(channel);
        index.stream(stream.number()).copy(stream.channels().indexOf(channel), firstSample, into);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
