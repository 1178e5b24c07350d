package org.neuroward.clinic.fleet;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A place where a patient is recorded.
 *
 * @param agentId the agent enrolled for the bed, or empty when none is
 * @param amplifier what the agent reads, present exactly while the agent is connected
 * @param retired no longer used; kept for the sessions that were recorded there
 */
public record Bed(UUID id, String name, Optional<String> agentId, Optional<AmplifierFacts> amplifier, boolean retired) {

    public Bed {
        Objects.requireNonNull(id);
        Objects.requireNonNull(agentId);
        Objects.requireNonNull(amplifier);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a bed must have a name: id=" + id);
        }
    }

    public boolean connected() {
        return amplifier.isPresent();
    }
}
