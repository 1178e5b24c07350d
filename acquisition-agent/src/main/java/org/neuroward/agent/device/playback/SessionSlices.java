package org.neuroward.agent.device.playback;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.neuroward.agent.device.PacedSource;
import org.neuroward.agent.device.Run;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;
import org.neuroward.signal.Segment;
import org.neuroward.wire.FrameContent.Missing;
import org.neuroward.wire.GapCause;

/**
 * The recording once, from where the run begins to its end: annotations before the samples they lie at, a gap in one piece
 * where it starts. Nobody waits for the time of a gap to pass; the device time jumps over it.
 */
final class SessionSlices implements PacedSource.Slices {

    private final List<Track> tracks;
    private final Deque<Annotation> annotations;
    private final BlockLength blockLength;
    private final Duration start;
    private long slice;
    private long skippedNanos;

    SessionSlices(Recording recording, BlockLength blockLength, Run.Session session) {
        this.start = Duration.ofNanos(session.resumeAtNanos());
        this.tracks = StreamSource.all(recording).stream()
                .map(stream -> new Track(stream, session))
                .toList();
        this.annotations = new ArrayDeque<>(recording.annotations().stream()
                .filter(annotation -> start.isZero() || annotation.onset().compareTo(start) >= 0)
                .sorted(Comparator.comparing(Annotation::onset))
                .toList());
        this.blockLength = blockLength;
        this.slice = blockLength.sliceAt(session.resumeAtNanos());
        this.skippedNanos = blockLength.nanosBefore(slice);
    }

    @Override
    public long deliverNext(SampleSink sink) {
        try {
            long endNanos = blockLength.nanosBefore(slice + 1);
            deliverAnnotations(sink, endNanos);
            boolean gap = false;
            for (Track track : tracks) {
                gap |= track.deliver(sink, blockLength.firstSample(slice + 1, track.stream.hertz()));
            }
            slice++;
            if (tracks.stream().allMatch(Track::ended)) {
                deliverAnnotations(sink, Long.MAX_VALUE);
                sink.ended();
                return -1;
            }
            if (gap) {
                skipToNextSample();
            }
            return blockLength.nanosBefore(slice) - skippedNanos;
        } catch (IOException e) {
            sink.failed("the file can no longer be read: " + e.getMessage());
            return -1;
        }
    }

    private void deliverAnnotations(SampleSink sink, long beforeNanos) {
        while (!annotations.isEmpty() && annotations.getFirst().onset().toNanos() < beforeNanos) {
            Annotation annotation = annotations.removeFirst();
            sink.annotation(new Annotation(annotation.onset().minus(start), annotation.duration(), annotation.text()));
        }
    }

    /** Goes to the slice in which a stream has samples again. */
    private void skipToNextSample() {
        long next = Long.MAX_VALUE;
        for (Track track : tracks) {
            if (!track.ended()) {
                next = Math.min(next, blockLength.sliceAt(track.stream.nanosOf(track.next)));
            }
        }
        if (next > slice) {
            skippedNanos += blockLength.nanosBefore(next) - blockLength.nanosBefore(slice);
            slice = next;
        }
    }

    /** One stream and how far it was delivered. */
    private static final class Track {

        private final StreamSource stream;
        private final Deque<Segment> segments;
        private final Deque<Gap> gaps;
        private final long first;
        private final long startNanos;
        private long next;

        private Track(StreamSource stream, Run.Session session) {
            this.stream = stream;
            this.first = session.firstSample(stream.rate());
            this.startNanos = session.resumeAtNanos();
            this.segments = new ArrayDeque<>(stream.segments());
            this.gaps = new ArrayDeque<>(stream.gaps());
            this.next = first;
            while (!gaps.isEmpty() && gaps.getFirst().endSample() <= first) {
                gaps.removeFirst();
            }
        }

        private boolean ended() {
            return next >= stream.samples();
        }

        /** True when a gap was among what was delivered. */
        private boolean deliver(SampleSink sink, long end) throws IOException {
            boolean gap = false;
            while (next < end && !ended()) {
                if (!gaps.isEmpty() && gaps.getFirst().firstSample() <= next) {
                    deliverGap(sink, gaps.removeFirst());
                    gap = true;
                } else {
                    deliverSamples(sink, end);
                }
            }
            return gap;
        }

        private void deliverGap(SampleSink sink, Gap gap) {
            while (next < gap.endSample()) {
                int count = (int) Math.min(Integer.MAX_VALUE, gap.endSample() - next);
                sink.gap(stream.number(), next - first, count, new Missing(GapCause.SOURCE), deviceNanos());
                next += count;
            }
        }

        private void deliverSamples(SampleSink sink, long end) throws IOException {
            while (segments.getFirst().endSample() <= next) {
                segments.removeFirst();
            }
            Segment segment = segments.getFirst();
            int count = (int) (Math.min(end, segment.endSample()) - next);
            sink.block(stream.block(segment, next, count, next - first, deviceNanos()));
            next += count;
        }

        private long deviceNanos() {
            return stream.nanosOf(next) - startNanos;
        }
    }
}
