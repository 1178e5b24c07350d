package org.neuroward.clinic.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.Socket;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that an agent's connection is really accepted and that its frames would be written. */
@Readiness
@ApplicationScoped
class AgentsPortCheck implements HealthCheck {

    private static final int PATIENCE_MILLIS = 500;

    private final AgentsServer server;

    AgentsPortCheck(AgentsServer server) {
        this.server = server;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("agents port")
                .status(server.running() && accepts())
                .build();
    }

    private boolean accepts() {
        try (var socket = new Socket()) {
            socket.connect(server.reachableAt(), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
