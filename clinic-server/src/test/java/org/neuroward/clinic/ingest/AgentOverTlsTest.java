package org.neuroward.clinic.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.agent.AgentInTest;
import org.neuroward.clinic.session.BedInTest;

@QuarkusTest
@TestProfile(AgentOverTlsTest.WithCertificate.class)
class AgentOverTlsTest {

    @Inject
    BedInTest given;

    @Inject
    AgentsServer server;

    @ConfigProperty(name = "neuroward.agents.tls.certificate")
    Path certificate;

    @TempDir
    Path folder;

    public static final class WithCertificate implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            TestCertificate made = TestCertificate.make();
            return Map.of(
                    "neuroward.agents.tls.certificate", made.certificate().toString(),
                    "neuroward.agents.tls.key", made.key().toString());
        }
    }

    @Test
    void anAgentThatTrustsTheServersCertificateIsLetIn() throws Exception {
        String name = "tls-" + UUID.randomUUID();
        UUID bed = given.bed(name);

        try (var agent = AgentInTest.simulatingOverTls(server.port(), certificate, name, BedInTest.SECRET, folder)) {
            given.awaitConnected(bed);
        }
    }

    @Test
    void whoSpeaksNoTlsIsNotHeard() {
        try (var agent = new WireAgent(server.port())) {
            agent.send(WireAgent.hello("anyone", BedInTest.SECRET));

            assertThat(agent.awaitClose().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        }
    }
}
