package org.neuroward.wire;

import java.nio.IntBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.signal.Channel;

/** What the payload of a frame says, one type for each {@link FrameType}. */
public sealed interface FrameContent {

    /**
     * What is recorded.
     *
     * @param source name of the amplifier, or of the file that is played back, without patient data
     * @param startedAt the agent's wall clock at sample 0, to the millisecond
     * @param channels in the source's order; {@link #layout()} tells which stream carries each
     * @param simulated the samples come from no living person
     */
    record Description(UUID sessionId, String source, Instant startedAt, List<Channel> channels, boolean simulated)
            implements FrameContent {
        public Description {
            Objects.requireNonNull(sessionId);
            Objects.requireNonNull(source);
            Objects.requireNonNull(startedAt);
            channels = List.copyOf(channels);
        }

        public StreamLayout layout() {
            return StreamLayout.of(channels);
        }
    }

    /** Counts of one stream, sample-major: all channels of the first sample, then all of the second. */
    final class Samples implements FrameContent {
        private final int[] counts;

        public Samples(int[] counts) {
            this.counts = counts.clone();
        }

        /** The remaining counts of {@code in}. */
        Samples(IntBuffer in) {
            counts = new int[in.remaining()];
            in.get(counts);
        }

        /** Number of counts: samples times channels. */
        public int size() {
            return counts.length;
        }

        public int count(int position) {
            return counts[position];
        }

        /** A copy of all counts. */
        public int[] counts() {
            return counts.clone();
        }
    }

    /** The samples that the frame's header numbers are missing. */
    record Missing(GapCause cause) implements FrameContent {
        public Missing {
            Objects.requireNonNull(cause);
        }
    }

    /**
     * A remark.
     *
     * @param onset from the start of the recording
     * @param planned the duration is a plan that the end of the recording may cut
     */
    record Event(Duration onset, Optional<Duration> duration, String text, boolean planned) implements FrameContent {
        public Event {
            Objects.requireNonNull(onset);
            Objects.requireNonNull(duration);
            Objects.requireNonNull(text);
            if (duration.isPresent() && duration.get().isNegative()) {
                throw new IllegalArgumentException("a duration must not be negative: " + duration.get());
            }
        }
    }

    /** The agent's wall clock at the frame's monotonic time. */
    record ClockReading(Instant wallClock) implements FrameContent {
        public ClockReading {
            Objects.requireNonNull(wallClock);
        }
    }

    /** @param samplesOfStreams sample indexes of each stream, gaps included, in the order of stream numbers */
    record End(EndReason reason, List<Long> samplesOfStreams) implements FrameContent {
        public End {
            Objects.requireNonNull(reason);
            samplesOfStreams = List.copyOf(samplesOfStreams);
        }
    }

    /** The payload of {@code frame}, read. */
    static FrameContent decode(Frame frame) throws FrameException {
        return ContentCodec.decode(frame);
    }
}
