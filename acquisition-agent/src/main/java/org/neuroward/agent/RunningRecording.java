package org.neuroward.agent;

import java.util.UUID;

/**
 * A recording that has not ended.
 *
 * @param standing how far it was when this run of the agent took it in hand
 */
record RunningRecording(Recorder recorder, Standing standing, SessionNote note) {

    UUID id() {
        return recorder.recordingId();
    }
}
