package org.neuroward.agent.uplink;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the clinic server listens for agents.
 *
 * @param trust PEM file of the certificates to trust; without it the connection is not encrypted
 */
public record ServerAddress(String host, int port, Optional<Path> trust) {

    public ServerAddress {
        Objects.requireNonNull(host);
        Objects.requireNonNull(trust);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535: " + port);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
