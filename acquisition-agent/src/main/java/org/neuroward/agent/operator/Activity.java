package org.neuroward.agent.operator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.PatientClaim;

/** What the bed is doing. */
public sealed interface Activity {

    record Idle() implements Activity {}

    /**
     * The signal is shown, and not kept.
     *
     * @param forSession the session of the server that it is shown for; empty when it was asked for here
     */
    record Showing(Optional<UUID> forSession) implements Activity {}

    /**
     * @param offline begun here, without the server
     * @param claim whom it is of, when that is known at the bed
     * @param plan the blocks that the agent marks
     * @param length recorded so far, gaps included
     */
    record Recording(
            UUID recordingId,
            boolean offline,
            Optional<PatientClaim> claim,
            List<PlannedBlock> plan,
            Duration length,
            boolean stopping)
            implements Activity {
        public Recording {
            plan = List.copyOf(plan);
        }
    }

    /** The recording has ended and is on its way to the server; the next one may begin. */
    record Uploading(UUID recordingId) implements Activity {}
}
