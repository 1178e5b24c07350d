package org.neuroward.clinic.ingest;

import jakarta.enterprise.context.ApplicationScoped;

/** Where tests of other packages reach the agents' server. */
@ApplicationScoped
public class AgentsPort {

    private final AgentsServer server;

    AgentsPort(AgentsServer server) {
        this.server = server;
    }

    public int port() {
        return server.port();
    }
}
