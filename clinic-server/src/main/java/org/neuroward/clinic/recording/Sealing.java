package org.neuroward.clinic.recording;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Turns the log of an ended recording into its sealed file, one recording at a time, and takes up at start what a server
 * that died left undone.
 */
@ApplicationScoped
class Sealing {

    private final Recordings recordings;
    private final OpenRecordings logs;
    private final RecordingFolder folder;
    private final Event<RecordingSealed> sealed;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sealing").factory());

    Sealing(Recordings recordings, OpenRecordings logs, RecordingFolder folder, Event<RecordingSealed> sealed) {
        this.recordings = recordings;
        this.logs = logs;
        this.folder = folder;
        this.sealed = sealed;
    }

    /** Recordings that were open get their logs back, so that their agents can go on where they were. */
    void resume(@Observes StartupEvent event) {
        recordings.list(RecordingState.OPEN).forEach(this::reopen);
        recordings.list(RecordingState.ENDED).forEach(this::submit);
        recordings.list(RecordingState.SEALING).forEach(this::submit);
    }

    private void reopen(StoredRecording recording) {
        try {
            OpenRecording log = logs.open(recording);
            log.end().ifPresent(end -> {
                // The server died between the last frame's arrival on disk and its note in the database.
                recordings.end(recording.id(), end.reason().name(), log.durableFrames());
            });
        } catch (IOException e) {
            Log.errorf(
                    e,
                    "the log of recording %s cannot be read; its agent still has what was not acknowledged",
                    recording.id());
        }
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecordingEnded event) {
        submit(recordings.get(event.recordingId()));
    }

    private void submit(StoredRecording recording) {
        thread.execute(() -> seal(recording.id(), recording.sessionId()));
    }

    private void seal(UUID recordingId, UUID sessionId) {
        try {
            logs.close(recordingId);
            recordings.sealing(recordingId);
            recordings.sealed(recordingId, SealedWriter.write(folder, recordingId));
            sealed.fireAsync(new RecordingSealed(recordingId, sessionId));
        } catch (IOException | IllegalArgumentException e) {
            Log.errorf(e, "recording %s cannot be sealed; its log is kept", recordingId);
            recordings.failed(recordingId, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdown();
    }
}
