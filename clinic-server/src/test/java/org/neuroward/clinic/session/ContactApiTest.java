package org.neuroward.clinic.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.ingest.AgentsServer;
import org.neuroward.clinic.ingest.SessionAtBed;
import org.neuroward.clinic.ingest.WireAgent;
import org.neuroward.drill.Technician.Answer;
import org.neuroward.wire.CommandRefusal;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromAgent.ImpedanceReading;
import org.neuroward.wire.FromServer.MeasureImpedance;
import org.neuroward.wire.Impedance;
import org.neuroward.wire.Impedance.State;

@QuarkusTest
class ContactApiTest {

    @Inject
    BedInTest given;

    @Inject
    AgentsServer server;

    @TestHTTPResource
    URI address;

    private SessionAtBed at;

    @BeforeEach
    void aBedOfItsOwn() {
        at = new SessionAtBed(given, server.port(), address, "contacts-" + UUID.randomUUID());
    }

    @Test
    void whatTheAgentMeasuresIsJudgedForThePageAndForgottenForTheNextPatient() throws Exception {
        try (var agent = at.agent()) {
            String session = at.prepared(agent).toString();
            assertThat(at.technician().impedances(session, "cup").body().path("electrodes"))
                    .isEmpty();

            Answer measuring = measure(agent, session, true, Optional.empty());
            assertThat(measuring.status()).isEqualTo(200);
            assertThat(measuring.body().path("measuring").asBoolean()).isTrue();

            agent.send(new ImpedanceReading(List.of(
                    new Impedance("EEG Fp1", OptionalDouble.of(4_200), State.OK, "6 nA, 31.2 Hz"),
                    new Impedance("EEG O1", OptionalDouble.of(23_000), State.OK, "6 nA, 31.2 Hz"))));
            // Messages of one connection are taken in turn: when this is answered the reading before it was taken.
            measure(agent, session, true, Optional.empty());

            var cup = at.technician().impedances(session, "cup").body().path("electrodes");
            assertThat(cup.path(0).path("name").asText()).isEqualTo("O1");
            assertThat(cup.path(0).path("kilohms").asDouble()).isEqualTo(23);
            assertThat(cup.path(0).path("level").asText()).isEqualTo("poor");
            assertThat(cup.path(1).path("level").asText()).isEqualTo("good");
            var sponge = at.technician().impedances(session, "sponge").body().path("electrodes");
            assertThat(sponge.path(0).path("level").asText()).isEqualTo("good");

            at.technician().ask(session, "cancel");
            assertThat(at.technician().impedances(session, "cup").body().path("electrodes"))
                    .isEmpty();
            String next = at.prepared(agent).toString();
            assertThat(at.technician().impedances(next, "cup").body().path("electrodes"))
                    .isEmpty();
        }
    }

    @Test
    void anAmplifierThatCannotMeasureIsSaidToBeSo() throws Exception {
        try (var agent = at.agent()) {
            String session = at.prepared(agent).toString();

            Answer refused = measure(agent, session, true, Optional.of(CommandRefusal.NO_IMPEDANCE));

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("sentence")).contains("cannot measure impedance");
            assertThat(at.technician()
                            .impedances(session, "cup")
                            .body()
                            .path("measuring")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Test
    void aSessionThatIsOverOrUnknownMeasuresNothing() throws Exception {
        try (var agent = at.agent()) {
            String session = at.prepared(agent).toString();
            at.technician().ask(session, "cancel");

            assertThat(at.technician().measureImpedance(session, true).text("code"))
                    .isEqualTo("already-over");
            assertThat(at.technician()
                            .measureImpedance(UUID.randomUUID().toString(), true)
                            .status())
                    .isEqualTo(404);
        }
    }

    private Answer measure(WireAgent agent, String session, boolean on, Optional<CommandRefusal> refusal)
            throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var answer = threads.submit(() -> at.technician().measureImpedance(session, on));
            MeasureImpedance command = agent.await(MeasureImpedance.class);
            assertThat(command.on()).isEqualTo(on);
            agent.send(new CommandDone(command.commandId(), refusal));
            return answer.get();
        }
    }
}
