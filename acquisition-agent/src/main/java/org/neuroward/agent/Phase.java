package org.neuroward.agent;

import java.util.Optional;
import java.util.UUID;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.CommandRefusal;
import org.neuroward.wire.FromServer;

/** What the agent is doing, and which commands it takes meanwhile. */
sealed interface Phase {

    record Idle() implements Phase {}

    /** The signal is shown to someone at the bed, for no session of the server. */
    record Showing() implements Phase {}

    /** The signal of {@code sessionId} is shown. */
    record Prepared(UUID sessionId) implements Phase {}

    /** A recording runs, or waits for its amplifier to come back. */
    record Recording(UUID sessionId, UUID recordingId) implements Phase {}

    /** The recording has ended; the server does not have all of it yet. */
    record Uploading(UUID recordingId) implements Phase {}

    default AgentState state() {
        return switch (this) {
            case Idle idle -> AgentState.IDLE;
            case Showing showing -> AgentState.IDLE;
            case Prepared prepared -> AgentState.PREPARED;
            case Recording recording -> AgentState.RECORDING;
            case Uploading uploading -> AgentState.UPLOADING;
        };
    }

    /** Why the command cannot be carried out in this phase; empty when it can. */
    default Optional<CommandRefusal> findRefusalOfPrepare() {
        return this instanceof Recording ? Optional.of(CommandRefusal.BUSY) : Optional.empty();
    }

    default Optional<CommandRefusal> findRefusalOfRecording() {
        return this instanceof Recording ? Optional.of(CommandRefusal.BUSY) : Optional.empty();
    }

    /** For a look at the signal that the server did not ask for. */
    default Optional<CommandRefusal> findRefusalOfShowing() {
        return this instanceof Recording || this instanceof Prepared
                ? Optional.of(CommandRefusal.BUSY)
                : Optional.empty();
    }

    default Optional<CommandRefusal> findRefusal(FromServer.Start start) {
        return switch (this) {
            case Recording recording -> Optional.of(CommandRefusal.BUSY);
            case Prepared prepared when prepared.sessionId().equals(start.sessionId()) -> Optional.empty();
            case Prepared other -> Optional.of(CommandRefusal.NOT_PREPARED);
            case Idle idle -> Optional.of(CommandRefusal.NOT_PREPARED);
            case Showing showing -> Optional.of(CommandRefusal.NOT_PREPARED);
            case Uploading uploading -> Optional.of(CommandRefusal.NOT_PREPARED);
        };
    }

    /** For a marker or a stop. */
    default Optional<CommandRefusal> findRefusalWithoutRecording() {
        return this instanceof Recording ? Optional.empty() : Optional.of(CommandRefusal.NOT_RECORDING);
    }

    default Optional<CommandRefusal> findRefusalOfRelease() {
        return this instanceof Recording ? Optional.of(CommandRefusal.BUSY) : Optional.empty();
    }
}
