package org.neuroward.clinic.recording;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.neuroward.wire.RecordingLog;

/** The recordings whose logs are open for frames. */
@ApplicationScoped
public class OpenRecordings {

    private final Map<UUID, OpenRecording> open = new ConcurrentHashMap<>();
    private final RecordingFolder folder;

    OpenRecordings(RecordingFolder folder) {
        this.folder = folder;
    }

    public Optional<OpenRecording> find(UUID recordingId) {
        return Optional.ofNullable(open.get(recordingId));
    }

    /**
     * The log of a recording that the catalogue knows as open; it is begun if there is none yet.
     *
     * @throws IOException when the log cannot be read or is damaged before its end
     */
    public synchronized OpenRecording open(StoredRecording recording) throws IOException {
        OpenRecording known = open.get(recording.id());
        if (known == null) {
            known = OpenRecording.of(recording, logOf(recording.id()));
            open.put(recording.id(), known);
        }
        return known;
    }

    private RecordingLog logOf(UUID recordingId) throws IOException {
        Path logs = folder.logs();
        return Files.isDirectory(logs.resolve(recordingId.toString()))
                ? RecordingLog.open(logs, recordingId)
                : RecordingLog.create(logs, recordingId);
    }

    /** Closes the log of a recording that receives no more frames. */
    public void close(UUID recordingId) throws IOException {
        OpenRecording closing = open.remove(recordingId);
        if (closing != null) {
            closing.close();
        }
    }
}
