package org.neuroward.clinic.session;

import java.util.Locale;

/** Where a session stands for the person at the bed: its own state, the agent's and the recording's in one word. */
public enum SessionPhase {
    /** The agent has not yet said that it shows the signal. */
    PREPARING,
    PREPARED,
    RECORDING,
    /** The agent of an active session is not connected; while recording, it keeps the samples at the bed. */
    AGENT_LOST,
    ENDED,
    SEALING,
    SEALED,
    /** The sealed file could not be written; the log is kept. */
    FAILED,
    CANCELLED;

    /** As programs are told, for example {@code agent-lost}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
