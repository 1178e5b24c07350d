package org.neuroward.clinic.fleet;

import java.util.Objects;
import java.util.UUID;

/** Who an agent is. @param version of its program */
public record AgentFacts(String agentId, UUID bedId, String version) {

    public AgentFacts {
        Objects.requireNonNull(agentId);
        Objects.requireNonNull(bedId);
        Objects.requireNonNull(version);
    }
}
