package org.neuroward.clinic.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where agents dial, and the command that lets one do so. */
@ApplicationScoped
class AgentsAddress {

    private final int port;
    private final boolean tls;

    AgentsAddress(
            @ConfigProperty(name = "neuroward.agents.port", defaultValue = "8090") int port,
            @ConfigProperty(name = "neuroward.agents.tls.certificate") Optional<String> certificate) {
        this.port = port;
        this.tls = certificate.isPresent();
    }

    /** @param host by which the administrator's browser reaches this server; empty when unknown */
    String asSeenFrom(String host) {
        return (host.isEmpty() ? "SERVER" : host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":"
                + port;
    }

    /** The line to type at the bed, in a folder that holds the secret's file. */
    String command(String host, String agentId, String secretFile) {
        return "./neuroward agent --server " + asSeenFrom(host) + " --agent-id " + agentId + " --secret-file "
                + secretFile + " --data " + agentId + "-data" + (tls ? " --tls-trust ca.pem" : "");
    }
}
