package org.neuroward.agent.operator;

import java.util.List;
import java.util.Objects;
import org.neuroward.wire.FromServer.PlannedBlock;
import org.neuroward.wire.PatientClaim;

/**
 * A recording that a technician wants to begin without the server.
 *
 * @param claim whom it is of, as entered and entered again at the bed
 * @param procedure id of the protocol's variant, for example {@code resting-eeg/short}
 * @param plan its blocks
 */
public record OfflineStart(PatientClaim claim, String procedure, List<PlannedBlock> plan) {

    public OfflineStart {
        Objects.requireNonNull(claim);
        Objects.requireNonNull(procedure);
        plan = List.copyOf(plan);
    }
}
