package org.neuroward.agent.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.neuroward.wire.LogRecording;
import org.neuroward.wire.RecordingLog;

/**
 * A recording as it lies on the disks of a bed, for programs other than the agent: they may look while the agent writes.
 *
 * @param logs folders that each may hold a part of it
 * @param sealedSince since when the server has it sealed; empty when it has not
 * @param acknowledgedFrames that the server was known to have when the agent last wrote it down
 */
public record StoredRecording(
        UUID recordingId, List<Path> logs, Optional<Instant> sealedSince, long acknowledgedFrames) {

    public StoredRecording {
        Objects.requireNonNull(recordingId);
        Objects.requireNonNull(sealedSince);
        logs = List.copyOf(logs);
    }

    /** All that lie in {@code logs}, oldest first. */
    public static List<StoredRecording> list(List<Path> logs) throws IOException {
        var ids = new TreeSet<UUID>(java.util.Comparator.comparing(UUID::toString));
        for (Path folder : logs) {
            ids.addAll(RecordingLog.list(folder));
        }
        return ids.stream().map(id -> of(logs, id)).toList();
    }

    private static StoredRecording of(List<Path> logs, UUID recordingId) {
        List<Path> folders = logs.stream()
                .map(home -> home.resolve(recordingId.toString()))
                .filter(Files::isDirectory)
                .toList();
        Optional<Instant> sealed = folders.stream()
                .flatMap(folder -> SealedMark.read(folder).stream())
                .findFirst();
        long acknowledged = folders.stream()
                .mapToLong(folder -> Progress.read(folder).acknowledged())
                .max()
                .orElse(0);
        return new StoredRecording(recordingId, logs, sealed, acknowledged);
    }

    /**
     * What is sound in it; what is not is a gap.
     *
     * @throws IOException when nothing can be said of it: its first frame is damaged
     */
    public LogRecording open(ZoneId zone) throws IOException {
        return LogRecording.openSound(logs, recordingId, zone);
    }
}
