package org.neuroward.edf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        List<ChannelCopy> channels = IntStream.range(0, source.channels().size())
                .mapToObj(ChannelCopy::new)
                .toList();
        double seconds = 0;
        while (channels.stream().anyMatch(ChannelCopy::unfinished)) {
            // A hole of years is left behind in one step.
            double next = channels.stream()
                    .mapToDouble(ChannelCopy::nextSeconds)
                    .min()
                    .orElse(seconds);
            seconds = Math.max(seconds, Math.floor(next / PIECE_SECONDS) * PIECE_SECONDS) + PIECE_SECONDS;
            for (ChannelCopy channel : channels) {
                channel.copyUntil(seconds);
            }
        }
    }

    /** How far one channel has come. */
    private final class ChannelCopy {

        private final int channel;
        private final double hertz;
        private final long samples;
        private final List<Segment> segments;
        private int segment;
        private long next;

        ChannelCopy(int channel) {
            this.channel = channel;
            this.hertz = source.channels().get(channel).rate().hertz();
            this.samples = source.samples(channel);
            this.segments = source.segments(channel);
        }

        boolean unfinished() {
            return next < samples;
        }

        /** Time of the next recorded sample; of the end when there is none. */
        double nextSeconds() {
            return (segment < segments.size()
                            ? Math.max(next, segments.get(segment).firstSample())
                            : samples)
                    / hertz;
        }

        void copyUntil(double seconds) throws IOException {
            long until = (long) Math.min(samples, Math.ceil(seconds * hertz));
            while (segment < segments.size() && segments.get(segment).firstSample() < until) {
                Segment current = segments.get(segment);
                long first = Math.max(next, current.firstSample());
                long last = Math.min(until, current.endSample());
                writer.skip(channel, first - next);
                int[] counts = new int[Math.toIntExact(last - first)];
                source.counts(channel, first, counts);
                writer.append(channel, counts, 0, counts.length);
                next = last;
                if (last < current.endSample()) {
                    return;
                }
                segment++;
            }
            if (until > next) {
                writer.skip(channel, until - next);
                next = until;
            }
        }
    }
}
