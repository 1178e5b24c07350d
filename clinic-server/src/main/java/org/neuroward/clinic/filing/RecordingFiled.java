package org.neuroward.clinic.filing;

import java.util.UUID;

/** A person has said whose a recording is; told within the transaction that notes it. */
public record RecordingFiled(UUID recordingId, UUID sessionId) {}
