package org.neuroward.clinic.recording;

import java.util.UUID;

/** A recording is now a sealed file. Told after the commit; a listener that missed it finds the recording sealed at start. */
public record RecordingSealed(UUID recordingId, UUID sessionId) {}
