package org.neuroward.clinic.recording;

/** Life of a recording on the server; each state leads only to the next, or to {@link #FAILED} from {@link #SEALING}. */
public enum RecordingState {
    /** Frames are expected. */
    OPEN,
    /** The agent's last frame is on disk. */
    ENDED,
    /** The file is being written. */
    SEALING,
    /** The file is complete and its checksum is known; it is never written again. */
    SEALED,
    /** The file could not be written; the log is kept. */
    FAILED
}
