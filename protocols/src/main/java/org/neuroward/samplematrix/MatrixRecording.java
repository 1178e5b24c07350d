package org.neuroward.samplematrix;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;

/**
 * A matrix of samples as a recording. {@link #microvolts} gives the stored numbers exactly, scaled by their resolution;
 * {@link #counts} gives stored integers as they are, and floats rounded to 24 bits over the range that they span in this
 * file. Floats that are no numbers are gaps of their channel.
 */
public final class MatrixRecording implements Recording {

    /** Holes that are agreed to be held in memory. */
    public static final int MAX_HOLES = 100_000;

    private static final int PIECE = 1 << 14;

    private final SampleMatrix matrix;
    private final MatrixContents contents;
    private final List<NumberRange> ranges;
    private final FrameTimes times;
    private final List<Channel> channels;
    private final List<List<Gap>> gaps;
    private final List<Annotation> annotations;

    private MatrixRecording(SampleMatrix matrix, MatrixContents contents, List<NumberRange> ranges) {
        this.matrix = matrix;
        this.contents = contents;
        this.ranges = ranges;
        this.times = new FrameTimes(contents.breaks(), matrix.shape().frames());
        var described = new ArrayList<Channel>();
        var missing = new ArrayList<List<Gap>>();
        for (int channel = 0; channel < ranges.size(); channel++) {
            NumberRange range = ranges.get(channel);
            described.add(contents.channels()
                    .get(channel)
                    .channel(contents.rate(), matrix.shape().format(), range.largest()));
            missing.add(times.gaps(range.holes()));
        }
        this.channels = List.copyOf(described);
        this.gaps = List.copyOf(missing);
        this.annotations = contents.markers().stream()
                .map(this::annotation)
                .sorted(Comparator.comparing(Annotation::onset))
                .toList();
    }

    /**
     * Reads through floats once, for their range.
     *
     * @return empty when floats have more than {@link #MAX_HOLES} holes
     */
    public static Optional<MatrixRecording> of(SampleMatrix matrix, MatrixContents contents) throws IOException {
        if (contents.channels().size() != matrix.shape().channels()) {
            throw new IllegalArgumentException("every row of a matrix needs its channel: rows="
                    + matrix.shape().channels() + ", channels="
                    + contents.channels().size());
        }
        Optional<List<NumberRange>> ranges = matrix.shape().format() == NumberFormat.INT_16
                ? Optional.of(Collections.nCopies(contents.channels().size(), new NumberRange(0, List.of())))
                : new NumberRange.Scan(matrix).run(MAX_HOLES);
        return ranges.map(known -> new MatrixRecording(matrix, contents, known));
    }

    /** Samples of all channels that were stored as no numbers. */
    public long holeSamples() {
        return ranges.stream()
                .flatMap(range -> range.holes().stream())
                .mapToLong(org.neuroward.signal.Segment::count)
                .sum();
    }

    /** The numbers as stored, for a copy that shall hold the very same. */
    public SampleMatrix matrix() {
        return matrix;
    }

    /** What the file said of them. */
    public MatrixContents contents() {
        return contents;
    }

    @Override
    public List<Channel> channels() {
        return channels;
    }

    @Override
    public Optional<LocalDateTime> startTime() {
        return contents.start();
    }

    @Override
    public List<Annotation> annotations() {
        return annotations;
    }

    @Override
    public long samples(int channel) {
        return times.samples();
    }

    @Override
    public List<Gap> gaps(int channel) {
        return gaps.get(channel);
    }

    @Override
    public void counts(int channel, long firstSample, int[] into) throws IOException {
        Channel described = channels.get(channel);
        double countsPerUnit = described.digital().max() / described.physical().max() * resolution(channel);
        double factor = matrix.shape().format().isInteger() ? 1 : countsPerUnit;
        double[] piece = new double[Math.min(PIECE, into.length)];
        long frame = frame(channel, firstSample, into.length);
        for (int done = 0; done < into.length; done += piece.length) {
            int count = Math.min(piece.length, into.length - done);
            matrix.read(channel, frame + done, piece, 0, count);
            for (int i = 0; i < count; i++) {
                into[done + i] = (int) Math.rint(piece[i] * factor);
            }
        }
    }

    /** {@inheritDoc} Exact: the stored number times its resolution. */
    @Override
    public void microvolts(int channel, long firstSample, double[] into) throws IOException {
        double microvoltsPerUnit = channels.get(channel)
                .findMicrovoltsPerUnit()
                .orElseThrow(
                        () -> new IllegalArgumentException("microvolts need a channel whose unit is a voltage: unit="
                                + channels.get(channel).unit()));
        matrix.read(channel, frame(channel, firstSample, into.length), into, 0, into.length);
        double factor = resolution(channel) * microvoltsPerUnit;
        for (int i = 0; i < into.length; i++) {
            into[i] *= factor;
        }
    }

    @Override
    public void close() throws IOException {
        matrix.close();
    }

    private double resolution(int channel) {
        return contents.channels().get(channel).resolution();
    }

    private long frame(int channel, long firstSample, int count) {
        boolean inside = firstSample >= 0 && firstSample <= samples(channel) - count;
        boolean whole = inside
                && gaps.get(channel).stream()
                        .noneMatch(gap -> gap.firstSample() < firstSample + count && gap.endSample() > firstSample);
        if (!whole) {
            throw new IllegalArgumentException("samples must lie in one recorded stretch: channel=" + channel
                    + ", first=" + firstSample + ", count=" + count + ", samples=" + samples(channel));
        }
        return count == 0 ? 0 : times.frame(firstSample);
    }

    private Annotation annotation(Marker marker) {
        Duration onset = time(times.sample(marker.frame()));
        Duration duration = time(marker.frames());
        return new Annotation(onset, duration.isZero() ? Optional.empty() : Optional.of(duration), marker.text());
    }

    private Duration time(double sample) {
        double seconds = sample / contents.rate().hertz();
        long whole = (long) Math.floor(seconds);
        return Duration.ofSeconds(whole, Math.round((seconds - whole) * 1e9));
    }
}
