package org.neuroward.clinic.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a session stands, as pages and programs are told.
 *
 * @param type always {@code state}, which tells it from other messages of the same WebSocket
 * @param state see {@link SessionPhase#word()}
 * @param currentBlock index into {@code blocks} of the one that runs
 * @param gapSamples sample indexes missing so far, summed over streams
 * @param bed how the bed is, while the session holds it
 * @param latencyMillis from arrival at the server to sending, in the live view only
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SessionStatus(
        String type,
        UUID id,
        UUID orderId,
        String bedName,
        String variant,
        String state,
        Optional<UUID> recordingId,
        double recordedSeconds,
        List<PlacedBlock> blocks,
        Optional<Integer> currentBlock,
        long gapSamples,
        Optional<BedSigns> bed,
        Optional<Long> latencyMillis,
        Optional<Detail> detail) {

    /** A block of the procedure, with its start once it has begun. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record PlacedBlock(String name, int seconds, Optional<Double> startedAtSeconds) {}

    /**
     * Facts behind the state.
     *
     * @param awaySeconds how long the agent has been away
     * @param trouble code of what the agent could not do, for example {@code DEVICE_FAILED}
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Detail(Optional<Long> awaySeconds, Optional<String> trouble) {}

    /** The same, with what the live view measured. */
    public SessionStatus withLatency(long millis) {
        return new SessionStatus(
                type,
                id,
                orderId,
                bedName,
                variant,
                state,
                recordingId,
                recordedSeconds,
                blocks,
                currentBlock,
                gapSamples,
                bed,
                Optional.of(millis),
                detail);
    }
}
