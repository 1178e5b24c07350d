package org.neuroward.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.signal.Channel;

/** What an agent says to the server. */
public sealed interface FromAgent {

    /**
     * First message on every connection.
     *
     * @param device name of the amplifier, without patient data
     * @param channels of the amplifier, in its order; none when it is not there
     * @param recordings those in the spool that the server has not yet reported sealed
     */
    record Hello(
            String agentId,
            String secret,
            String agentVersion,
            int wireVersion,
            String device,
            boolean simulated,
            List<Channel> channels,
            List<SpooledRecording> recordings)
            implements FromAgent {
        public Hello {
            Objects.requireNonNull(agentId);
            Objects.requireNonNull(secret);
            Objects.requireNonNull(agentVersion);
            Objects.requireNonNull(device);
            channels = List.copyOf(channels);
            recordings = List.copyOf(recordings);
        }

        /** Without the secret, so that no log can leak it. */
        @Override
        public String toString() {
            return "Hello[agentId=" + agentId + ", agentVersion=" + agentVersion + ", wireVersion=" + wireVersion
                    + ", device=" + device + ", channels=" + channels.size() + ", recordings=" + recordings + "]";
        }
    }

    /**
     * @param nextFrame number of frames in the spool, which is the index of the next one
     * @param offline begun at the bed without the server
     */
    record SpooledRecording(UUID recordingId, UUID sessionId, long nextFrame, boolean ended, boolean offline) {

        /** A recording that the server asked for. */
        public SpooledRecording(UUID recordingId, UUID sessionId, long nextFrame, boolean ended) {
            this(recordingId, sessionId, nextFrame, ended, false);
        }
    }

    /** One frame as bytes; the receiver checks it with {@link #frame()}. */
    final class FrameMessage implements FromAgent {
        private final byte[] bytes;

        private FrameMessage(byte[] bytes) {
            this.bytes = bytes;
        }

        public static FrameMessage of(Frame frame) {
            return new FrameMessage(frame.encoded());
        }

        static FrameMessage owning(byte[] bytes) {
            return new FrameMessage(bytes);
        }

        public Frame frame() throws FrameException {
            return Frame.decodeOwned(bytes);
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /** Counts to look at while the cap is fitted: never stored, may be lost. */
    final class Preview implements FromAgent {
        private final int stream;
        private final long firstSample;
        private final int channels;
        private final int[] counts;

        /** @param counts sample-major, {@code channels} to a sample */
        public Preview(int stream, long firstSample, int channels, int[] counts) {
            if (channels <= 0 || counts.length % channels != 0) {
                throw new IllegalArgumentException(
                        "a preview holds whole samples: channels=" + channels + ", counts=" + counts.length);
            }
            this.stream = stream;
            this.firstSample = firstSample;
            this.channels = channels;
            this.counts = counts.clone();
        }

        public int stream() {
            return stream;
        }

        public long firstSample() {
            return firstSample;
        }

        public int channels() {
            return channels;
        }

        /** A copy of all counts, sample-major. */
        public int[] counts() {
            return counts.clone();
        }
    }

    /** Sent on every change, and after every hello. */
    record State(AgentState state, String detail) implements FromAgent {
        public State {
            Objects.requireNonNull(state);
            Objects.requireNonNull(detail);
        }
    }

    /**
     * The heartbeat, once a second: how the bed is.
     *
     * @param agentNanos the agent's monotonic clock when this was sent; the server's {@link FromServer.TimeAnswer} bears it
     * @param deviceClock empty while it is not known yet
     * @param serverClock empty while it is not known yet
     */
    record Status(
            long agentNanos,
            DeviceState device,
            Losses losses,
            SpoolFacts spool,
            Optional<DeviceClock> deviceClock,
            Optional<ServerClock> serverClock)
            implements FromAgent {
        public Status {
            Objects.requireNonNull(device);
            Objects.requireNonNull(losses);
            Objects.requireNonNull(spool);
            Objects.requireNonNull(deviceClock);
            Objects.requireNonNull(serverClock);
        }
    }

    /** What is measured of the electrodes now, whether a recording runs or not; may be lost. */
    record ImpedanceReading(List<Impedance> electrodes) implements FromAgent {
        public ImpedanceReading {
            electrodes = List.copyOf(electrodes);
        }
    }

    /** @param refusal empty when the command was carried out */
    record CommandDone(UUID commandId, Optional<CommandRefusal> refusal) implements FromAgent {
        public CommandDone {
            Objects.requireNonNull(commandId);
            Objects.requireNonNull(refusal);
        }
    }
}
