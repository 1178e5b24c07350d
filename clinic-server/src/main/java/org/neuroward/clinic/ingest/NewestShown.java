package org.neuroward.clinic.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.neuroward.clinic.recording.OpenRecording;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FrameType;
import org.neuroward.wire.FromAgent.Preview;

/**
 * What of each agent's running recording was shown ahead of its frames: after an outage an agent sends the newest samples
 * beside the old ones, which are then stored and not shown. Safe for any thread; one agent's messages come one at a time.
 */
final class NewestShown {

    private final Map<String, Running> running = new ConcurrentHashMap<>();

    /** @param ends for each stream, the sample after the last one that was shown ahead */
    private record Running(UUID recordingId, UUID sessionId, Map<Integer, Long> ends) {}

    /** A frame of that recording was taken: what its agent shows ahead belongs to it. */
    void taken(OpenRecording recording, Frame frame) {
        if (frame.type() == FrameType.END) {
            running.computeIfPresent(
                    recording.agentId(), (agent, last) -> last.recordingId().equals(recording.id()) ? null : last);
        } else if (!isRunning(recording)) {
            running.put(
                    recording.agentId(), new Running(recording.id(), recording.sessionId(), new ConcurrentHashMap<>()));
        }
    }

    private boolean isRunning(OpenRecording recording) {
        Running known = running.get(recording.agentId());
        return known != null && known.recordingId().equals(recording.id());
    }

    /** True when newer samples of the frame's stream are shown already. */
    boolean isOld(OpenRecording recording, Frame frame) {
        Running known = running.get(recording.agentId());
        return frame.type() == FrameType.DATA
                && known != null
                && known.recordingId().equals(recording.id())
                && frame.firstSample() < known.ends().getOrDefault(frame.stream(), 0L);
    }

    /**
     * The session whose newest samples {@code preview} holds.
     *
     * @return empty when its agent records nothing
     */
    Optional<UUID> ahead(String agentId, Preview preview) {
        Running known = running.get(agentId);
        if (known == null) {
            return Optional.empty();
        }
        long end = preview.firstSample() + preview.counts().length / preview.channels();
        known.ends().merge(preview.stream(), end, Math::max);
        return Optional.of(known.sessionId());
    }
}
