package org.neuroward.edf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.neuroward.signal.Channel;
import org.neuroward.signal.Recording;
import org.neuroward.signal.Segment;

/** Writes any recording as EDF+ or BDF+: the same counts, ranges, gaps and annotations, and no name. */
public final class EdfCopy {

    /** Read at a time from each channel, so that all channels advance together and memory stays small. */
    private static final double PIECE_SECONDS = 10;

    private final Recording source;
    private final EdfWriter writer;

    private EdfCopy(Recording source, EdfWriter writer) {
        this.source = source;
        this.writer = writer;
    }

    /**
     * Writes a new file.
     *
     * @param pseudonym {@code X} for none
     * @throws EdfFormatException when the form cannot hold the recording exactly; nothing is left behind then
     */
    public static void write(Recording source, boolean bits24, String pseudonym, Path path) throws IOException {
        EdfLayout layout = layout(source, bits24, pseudonym);
        boolean written = false;
        EdfWriter writer = EdfWriter.create(path, layout);
        try (writer) {
            source.annotations().forEach(writer::annotate);
            new EdfCopy(source, writer).samples();
            writer.finish();
            written = true;
        } finally {
            if (!written) {
                Files.deleteIfExists(path);
            }
        }
    }

    /**
     * Tells before a recording begins whether its channels can be written at its end.
     *
     * @throws EdfFormatException when a header cannot hold a channel exactly, or no record duration suits the rates
     */
    public static void check(Recording source, boolean bits24) throws EdfFormatException {
        HeaderWriter.header(layout(source, bits24, "X"), RecordFile.USUAL_ANNOTATION_BYTES, -1, true);
    }

    private static EdfLayout layout(Recording source, boolean bits24, String pseudonym) throws EdfFormatException {
        List<List<Long>> stretches = IntStream.range(0, source.channels().size())
                .mapToObj(channel ->
                        source.segments(channel).stream().map(Segment::count).toList())
                .toList();
        List<Channel> channels = source.channels();
        RecordDuration duration =
                RecordDuration.choose(channels.stream().map(Channel::rate).toList(), bits24, stretches);
        return new EdfLayout(bits24, source.startTime(), pseudonym, channels, duration);
    }

    private void samples() throws IOException {
        int channels = source.channels().size();
        var next = new ArrayList<Long>(java.util.Collections.nCopies(channels, 0L));
        double end = IntStream.range(0, channels)
                .mapToDouble(
                        c -> source.samples(c) / source.channels().get(c).rate().hertz())
                .max()
                .orElse(0);
        for (double seconds = 0; seconds < end; seconds += PIECE_SECONDS) {
            for (int channel = 0; channel < channels; channel++) {
                double hertz = source.channels().get(channel).rate().hertz();
                long until = Math.min(source.samples(channel), (long) Math.ceil((seconds + PIECE_SECONDS) * hertz));
                piece(channel, next.get(channel), until);
                next.set(channel, until);
            }
        }
    }

    private void piece(int channel, long from, long until) throws IOException {
        long done = from;
        for (Segment segment : source.segments(channel)) {
            long first = Math.max(done, segment.firstSample());
            long last = Math.min(until, segment.endSample());
            if (last > first) {
                writer.skip(channel, first - done);
                int[] counts = new int[Math.toIntExact(last - first)];
                source.counts(channel, first, counts);
                writer.append(channel, counts, 0, counts.length);
                done = last;
            }
        }
        writer.skip(channel, until - done);
    }
}
