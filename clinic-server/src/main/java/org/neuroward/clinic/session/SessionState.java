package org.neuroward.clinic.session;

/** What the clinic has decided about a session; what becomes of its recording is told by the recording. */
public enum SessionState {
    /** The bed is taken, the amplifier is watched, nothing is stored. */
    PREPARED,
    /** The agent has begun its recording. */
    RECORDING,
    /** The last frame of the recording is on the server's disk. */
    ENDED,
    /** Given up before anything was recorded. */
    CANCELLED
}
