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
     * @param claim whose recording it is, as the bed knows it
     * @param offline begun at the bed without the server, which then knows no such session
     * @param procedure variant that an offline recording follows, as in {@code resting-eeg/short}; empty when the server knows
     */
    record Description(
            UUID sessionId,
            String source,
            Instant startedAt,
            List<Channel> channels,
            boolean simulated,
            Optional<PatientClaim> claim,
            boolean offline,
            String procedure)
            implements FrameContent {
        public Description {
            Objects.requireNonNull(claim);
            Objects.requireNonNull(procedure);
            Objects.requireNonNull(sessionId);
            Objects.requireNonNull(source);
            Objects.requireNonNull(startedAt);
            channels = List.copyOf(channels);
        }

        /** A recording that the server asked for, of no patient. */
        public Description(
                UUID sessionId, String source, Instant startedAt, List<Channel> channels, boolean simulated) {
            this(sessionId, source, startedAt, channels, simulated, Optional.empty(), false, "");
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

    /**
     * The samples that the frame's header numbers are missing.
     *
     * @param exact their number was counted; otherwise it is estimated from time
     */
    record Missing(GapCause cause, boolean exact) implements FrameContent {
        public Missing {
            Objects.requireNonNull(cause);
        }

        /** A counted loss. */
        public Missing(GapCause cause) {
            this(cause, true);
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

    /**
     * How the clocks stood at the frame's monotonic time.
     *
     * @param wallClock the agent's, to the millisecond
     * @param device the device's clock, once it is known
     * @param server the server's clock, once it is known
     */
    record ClockReading(Instant wallClock, Optional<DeviceClock> device, Optional<ServerClock> server)
            implements FrameContent {
        public ClockReading {
            Objects.requireNonNull(wallClock);
            Objects.requireNonNull(device);
            Objects.requireNonNull(server);
        }

        /** The wall clock alone. */
        public ClockReading(Instant wallClock) {
            this(wallClock, Optional.empty(), Optional.empty());
        }
    }

    /** What was measured of the electrodes, those that were not measured left out. */
    record Impedances(List<Impedance> electrodes) implements FrameContent {
        public Impedances {
            electrodes = List.copyOf(electrodes);
        }
    }

    /**
     * What the recording does not hold because it came wrong, counted from its start in the units that the device sends.
     *
     * @param repeated came twice, and was taken once
     * @param late came after its place had become a gap
     * @param damaged could not be read
     */
    record Tally(long repeated, long late, long damaged) implements FrameContent {
        public Tally {
            if (repeated < 0 || late < 0 || damaged < 0) {
                throw new IllegalArgumentException("counts must not be negative: repeated=" + repeated + ", late="
                        + late + ", damaged=" + damaged);
            }
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
