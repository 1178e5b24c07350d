package org.neuroward.wire;

/** Why the server does not go on with an agent. */
public enum RefusalCode {
    UNKNOWN_AGENT,
    WRONG_SECRET,
    UNSUPPORTED_WIRE_VERSION,
    /** Another connection of the same agent took this one's place. */
    REPLACED,
    /** A frame whose checksum or form is wrong. */
    DAMAGED_FRAME,
    /** A frame that does not follow the last one, or that repeats an index with other content. */
    WRONG_INDEX,
    /** A recording that belongs to no session of this agent. */
    UNKNOWN_SESSION,
    /** The server cannot store now. */
    STORAGE_FAILED
}
