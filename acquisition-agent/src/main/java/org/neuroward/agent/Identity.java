package org.neuroward.agent;

import java.util.Objects;

/** By what the server knows this agent. */
public record Identity(String agentId, String secret, String version) {

    public Identity {
        Objects.requireNonNull(agentId);
        Objects.requireNonNull(secret);
        Objects.requireNonNull(version);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return agentId;
    }
}
