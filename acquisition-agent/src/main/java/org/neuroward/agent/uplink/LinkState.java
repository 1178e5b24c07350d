package org.neuroward.agent.uplink;

import java.time.Duration;
import java.util.Objects;

/** How the bed and its server stand to each other, for the person at the bed. */
public sealed interface LinkState {

    /** Connected, and all that was recorded is on the server or on its way as it comes. */
    record Online() implements LinkState {}

    /** The server is away; what is recorded waits on the bedside disk. @param since how long it has been away */
    record Buffering(Duration since) implements LinkState {
        public Buffering {
            Objects.requireNonNull(since);
        }
    }

    /** Connected, and catching up. @param percent of what waited that is on the server, 0 to 100 */
    record Syncing(double percent) implements LinkState {}

    /** Waiting will not help: someone must do something. */
    record ActionNeeded(Reason reason) implements LinkState {
        public ActionNeeded {
            Objects.requireNonNull(reason);
        }
    }

    /** What keeps agent and server apart, or a recording from being sound. */
    enum Reason {
        /** The server has enrolled no agent of that id. */
        UNKNOWN_AGENT,
        WRONG_SECRET,
        /** Agent and server are of versions that do not speak with each other. */
        UNSUPPORTED_WIRE_VERSION,
        /** The server's certificate has expired, or this computer's date is wrong. */
        CERTIFICATE_EXPIRED,
        /** The server's certificate is not the one that this agent was told to trust. */
        CERTIFICATE_UNTRUSTED,
        /** The server is there and cannot store. */
        SERVER_CANNOT_STORE,
        /** The server does not take a recording that waits here. */
        RECORDING_REFUSED,
        /** The bedside disk is full, or takes no writes. */
        DISK,
        /** A recording runs, and its amplifier delivers nothing. */
        DEVICE,
        /** The amplifier does not sample at the rate that it says, or loses samples unseen. */
        CLOCK
    }
}
