package org.neuroward.clinic.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What the catalogue knows of one recording.
 *
 * @param openedAt when the server received the first frame
 * @param endedAt when the last frame was on the server's disk
 * @param frames number of frames of its log, present once it has ended
 * @param sealed the file, present in state {@link RecordingState#SEALED} only
 */
public record StoredRecording(
        UUID id,
        UUID sessionId,
        String agentId,
        RecordingState state,
        Instant openedAt,
        Optional<Instant> endedAt,
        Optional<String> endReason,
        Optional<Long> frames,
        Optional<SealedFile> sealed) {

    /** End reason of a recording that a person has ended because its agent did not come back. */
    public static final String ENDED_BY_HAND = "ENDED_BY_HAND";

    public StoredRecording {
        Objects.requireNonNull(id);
        Objects.requireNonNull(sessionId);
        Objects.requireNonNull(agentId);
        Objects.requireNonNull(state);
        Objects.requireNonNull(openedAt);
        Objects.requireNonNull(endedAt);
        Objects.requireNonNull(endReason);
        Objects.requireNonNull(frames);
        if (sealed.isPresent() != (state == RecordingState.SEALED)) {
            throw new IllegalArgumentException(
                    "a recording has a sealed file exactly when it is sealed: id=" + id + ", state=" + state);
        }
    }

    /** Whether a person has ended it because its agent did not come back. */
    public boolean endedByHand() {
        return endReason.filter(ENDED_BY_HAND::equals).isPresent();
    }

    /**
     * A closed BDF+ file.
     *
     * @param sha256 of its bytes, 64 lower-case hexadecimal digits
     * @param length from the first to the last sample index, gaps included
     * @param gapSamples sample indexes known missing, summed over streams
     */
    public record SealedFile(Path path, String sha256, long bytes, Duration length, long gapSamples, Instant sealedAt) {

        public SealedFile {
            Objects.requireNonNull(path);
            Objects.requireNonNull(length);
            Objects.requireNonNull(sealedAt);
            if (sha256.length() != 64 || bytes <= 0 || gapSamples < 0) {
                throw new IllegalArgumentException(
                        "a sealed file must have a SHA-256, bytes and no negative gaps: sha256=" + sha256 + ", bytes="
                                + bytes + ", gapSamples=" + gapSamples);
            }
        }
    }
}
