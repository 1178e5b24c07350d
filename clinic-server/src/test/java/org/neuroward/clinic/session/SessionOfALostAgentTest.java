package org.neuroward.clinic.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.ingest.AgentsServer;
import org.neuroward.clinic.ingest.ScriptedRecording;
import org.neuroward.clinic.ingest.SessionAtBed;
import org.neuroward.clinic.ingest.WireAgent;
import org.neuroward.drill.Technician.Answer;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.FromAgent.FrameMessage;
import org.neuroward.wire.FromAgent.SpooledRecording;
import org.neuroward.wire.FromAgent.State;
import org.neuroward.wire.FromServer.Ack;
import org.neuroward.wire.FromServer.Sealed;
import org.neuroward.wire.FromServer.Stop;
import org.neuroward.wire.FromServer.Welcome;

/** The agent of a recording does not come back, and a person ends the session by hand. */
@QuarkusTest
class SessionOfALostAgentTest {

    private static final String WHY = "bedside computer stolen";

    @Inject
    AgentsServer server;

    @Inject
    BedInTest given;

    @TestHTTPResource("/")
    URI address;

    private final String name = "lost-" + UUID.randomUUID();
    private SessionAtBed at;
    private String session;
    private ScriptedRecording recording;

    @BeforeEach
    void aRecordingWhoseAgentGoesAway() throws Exception {
        at = new SessionAtBed(given, server.port(), address, name);
        try (var agent = at.agent()) {
            session = at.started(agent).toString();
            recording = new ScriptedRecording(UUID.fromString(session));
            agent.send(FrameMessage.of(recording.description())).send(FrameMessage.of(recording.samples()));
            while (agent.await(Ack.class).nextFrame() < 2) {
                // one sync may serve both frames, or each its own
            }
            at.technician().awaitState(session, "recording");
            requireRefused(endByHand(WHY), 409, "agent-there");
        }
        JsonNode lost = at.technician().awaitState(session, "agent-lost");
        assertThat(at.technician()
                        .await(
                                session,
                                seen -> seen.at("/bed/troubles/0/code").asText().equals("agent-away"))
                        .at("/bed/troubles/0/urgency")
                        .asText())
                .isEqualTo("alarm");
        assertThat(lost.path("recordingId").asText()).isNotEmpty();
    }

    @Test
    void whatTheServerHasIsSealedAndTheBedIsFree() throws Exception {
        requireRefused(endByHand("  "), 422, "reason-missing");

        assertThat(endByHand(WHY).status()).isEqualTo(200);

        JsonNode sealed = at.technician().awaitState(session, "sealed");
        assertThat(sealed.path("recordedSeconds").asDouble()).isPositive();
        requireRefused(endByHand(WHY), 409, "already-over");
        try (var agent = new WireAgent(server.port())) {
            agent.send(WireAgent.hello(name, BedInTest.SECRET));
            agent.await(Welcome.class);
            agent.send(new State(AgentState.IDLE, ""));
            given.awaitConnected(at.bedId());
            assertThat(at.technician()
                            .prepare(at.order(), at.bedId(), "resting-eeg/short")
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void anAgentThatReturnsWithMoreIsToldToStopAndKeepsItsCopy() throws Exception {
        endByHand(WHY);
        at.technician().awaitState(session, "sealed");
        try (var agent = new WireAgent(server.port())) {
            agent.send(WireAgent.hello(
                    name, BedInTest.SECRET, new SpooledRecording(recording.id(), UUID.fromString(session), 9, false)));

            assertThat(agent.await(Welcome.class).durable()).isEmpty();
            agent.send(new State(AgentState.RECORDING, ""));
            agent.await(Stop.class);
            assertThat(agent.passedOver(Sealed.class)).isFalse();
        }
    }

    @Test
    void anAgentThatReturnsWithNoMoreMayClearItsSpool() throws Exception {
        endByHand(WHY);
        at.technician().awaitState(session, "sealed");
        try (var agent = new WireAgent(server.port())) {
            agent.send(WireAgent.hello(
                    name, BedInTest.SECRET, new SpooledRecording(recording.id(), UUID.fromString(session), 2, false)));

            assertThat(agent.await(Welcome.class).durable()).containsExactly(new Ack(recording.id(), 2));
            assertThat(agent.await(Sealed.class).recordingId()).isEqualTo(recording.id());
        }
    }

    private Answer endByHand(String reason) throws Exception {
        return at.technician().endByHand(session, reason);
    }

    private static void requireRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
