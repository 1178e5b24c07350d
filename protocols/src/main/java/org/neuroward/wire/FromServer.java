package org.neuroward.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What the server says to an agent. */
public sealed interface FromServer {

    /** Answer to a hello: where each recording of the agent's spool stands on the server. */
    record Welcome(List<Ack> durable) implements FromServer {
        public Welcome {
            durable = List.copyOf(durable);
        }
    }

    /** @param nextFrame all frames below this index are durable on the server */
    record Ack(UUID recordingId, long nextFrame) implements FromServer {
        public Ack {
            Objects.requireNonNull(recordingId);
        }
    }

    /** Show the signal of a session that is about to start. */
    record Prepare(UUID commandId, UUID sessionId) implements FromServer {
        public Prepare {
            Objects.requireNonNull(commandId);
            Objects.requireNonNull(sessionId);
        }
    }

    /**
     * Record, and mark the blocks of the plan by yourself, each where the one before ends.
     *
     * @param claim whose recording it will be, to be written into it
     */
    record Start(UUID commandId, UUID sessionId, List<PlannedBlock> plan, Optional<PatientClaim> claim)
            implements FromServer {
        public Start {
            Objects.requireNonNull(claim);
            Objects.requireNonNull(commandId);
            Objects.requireNonNull(sessionId);
            plan = List.copyOf(plan);
        }

        /** Of no patient. */
        public Start(UUID commandId, UUID sessionId, List<PlannedBlock> plan) {
            this(commandId, sessionId, plan, Optional.empty());
        }
    }

    /** @param text of the event that the agent writes at the block's first sample */
    record PlannedBlock(String text, int seconds) {
        public PlannedBlock {
            Objects.requireNonNull(text);
            if (seconds <= 0) {
                throw new IllegalArgumentException("a block lasts at least one second: " + seconds);
            }
        }
    }

    /** Write an event now. */
    record Marker(UUID commandId, String text) implements FromServer {
        public Marker {
            Objects.requireNonNull(commandId);
            Objects.requireNonNull(text);
        }
    }

    /** End the recording at the next whole second. */
    record Stop(UUID commandId) implements FromServer {
        public Stop {
            Objects.requireNonNull(commandId);
        }
    }

    /** Begin or end to measure impedance; without a recording the amplifier may be wholly given to it. */
    record MeasureImpedance(UUID commandId, boolean on) implements FromServer {
        public MeasureImpedance {
            Objects.requireNonNull(commandId);
        }
    }

    /**
     * Answer to a heartbeat, so that the agent can tell how far its clock is from the server's.
     *
     * @param agentNanos of the heartbeat
     * @param receivedEpochNanos the server's wall clock when the heartbeat came
     * @param sentEpochNanos the server's wall clock when this was sent
     */
    record TimeAnswer(long agentNanos, long receivedEpochNanos, long sentEpochNanos) implements FromServer {}

    /** The prepared session will not start. */
    record Release(UUID commandId) implements FromServer {
        public Release {
            Objects.requireNonNull(commandId);
        }
    }

    /** The recording is a sealed file on the server: the spool may drop it. */
    record Sealed(UUID recordingId, String sha256) implements FromServer {
        public Sealed {
            Objects.requireNonNull(recordingId);
            Objects.requireNonNull(sha256);
        }
    }

    /** Last message before the server closes the stream. */
    record Refused(RefusalCode code, String sentence) implements FromServer {
        public Refused {
            Objects.requireNonNull(code);
            Objects.requireNonNull(sentence);
        }
    }
}
