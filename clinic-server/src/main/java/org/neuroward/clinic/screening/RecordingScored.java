package org.neuroward.clinic.screening;

import java.util.UUID;

/**
 * Says that the result document of a sealed recording is stored. Fired within the scoring job: an observer that throws fails
 * the job, which can then be tried again without scoring anew.
 */
public record RecordingScored(UUID recordingId, UUID sessionId, UUID resultId) {}
