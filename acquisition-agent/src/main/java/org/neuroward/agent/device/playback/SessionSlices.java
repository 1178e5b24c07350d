package org.neuroward.agent.device.playback;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.neuroward.agent.device.PacedSource;
import org.neuroward.agent.device.SampleSink;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Gap;
import org.neuroward.signal.Recording;
import org.neuroward.signal.Segment;
import org.neuroward.wire.GapCause;

/**
 * The whole recording once: annotations before the samples they lie at, a gap in one piece where it starts. Nobody waits for
 * the time of a gap to pass; the device time jumps over it.
 */
final class SessionSlices implements PacedSource.Slices {

    private final List<Track> tracks;
    private final Deque<Annotation> annotations;
    private final BlockLength blockLength;
    private long slice;
    private long skippedNanos;

    SessionSlices(Recording recording, BlockLength blockLength) {
        this.tracks = StreamSource.all(recording).stream().map(Track::new).toList();
        this.annotations = new ArrayDeque<>(recording.annotations().stream()
                .sorted(Comparator.comparing(Annotation::onset))
                .toList());
        this.blockLength = blockLength;
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
            sink.annotation(annotations.removeFirst());
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
        private long next;

        private Track(StreamSource stream) {
            this.stream = stream;
            this.segments = new ArrayDeque<>(stream.segments());
            this.gaps = new ArrayDeque<>(stream.gaps());
        }

        private boolean ended() {
            return next >= stream.samples();
        }

        /** True when a gap was among what was delivered. */
        private boolean deliver(SampleSink sink, long end) throws IOException {
            boolean gap = false;
            while (next < end && !ended()) {
                if (!gaps.isEmpty() && gaps.getFirst().firstSample() == next) {
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
                sink.gap(stream.number(), next, count, GapCause.SOURCE, stream.nanosOf(next));
                next += count;
            }
        }

        private void deliverSamples(SampleSink sink, long end) throws IOException {
            while (segments.getFirst().endSample() <= next) {
                segments.removeFirst();
            }
            Segment segment = segments.getFirst();
            int count = (int) (Math.min(end, segment.endSample()) - next);
            sink.block(stream.block(segment, next, count, next));
            next += count;
        }
    }
}
