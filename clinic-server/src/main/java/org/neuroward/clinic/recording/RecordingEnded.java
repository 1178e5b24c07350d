package org.neuroward.clinic.recording;

import java.util.UUID;

/** The last frame of a recording is on disk; told within the transaction that notes it. */
public record RecordingEnded(UUID recordingId, UUID sessionId) {}
