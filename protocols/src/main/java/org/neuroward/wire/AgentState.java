package org.neuroward.wire;

/** What an agent is doing. */
public enum AgentState {
    /** Waits for a session. */
    IDLE,
    /** Shows the signal of a session that has not started. */
    PREPARED,
    RECORDING,
    /** The recording has ended, and the server does not have all of it yet. */
    UPLOADING
}
