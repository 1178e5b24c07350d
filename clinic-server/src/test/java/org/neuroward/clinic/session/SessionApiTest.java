package org.neuroward.clinic.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.ingest.AgentsServer;
import org.neuroward.clinic.ingest.ScriptedRecording;
import org.neuroward.clinic.ingest.SessionAtBed;
import org.neuroward.clinic.ingest.WireAgent;
import org.neuroward.drill.Technician;
import org.neuroward.drill.Technician.Answer;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.CommandRefusal;
import org.neuroward.wire.FromAgent.CommandDone;
import org.neuroward.wire.FromAgent.FrameMessage;
import org.neuroward.wire.FromAgent.SpooledRecording;
import org.neuroward.wire.FromAgent.State;
import org.neuroward.wire.FromServer.Ack;
import org.neuroward.wire.FromServer.Marker;
import org.neuroward.wire.FromServer.Prepare;
import org.neuroward.wire.FromServer.Release;
import org.neuroward.wire.FromServer.Start;
import org.neuroward.wire.FromServer.Stop;

@QuarkusTest
class SessionApiTest {

    private static final String SHORT = "resting-eeg/short";

    @Inject
    BedInTest given;

    @Inject
    AgentsServer server;

    @Inject
    EntityManager database;

    @TestHTTPResource
    URI address;

    private final String name = "api-" + UUID.randomUUID();
    private SessionAtBed at;

    @BeforeEach
    void aBedOfItsOwn() {
        at = new SessionAtBed(given, server.port(), address, name);
    }

    @Test
    void anUnknownOrderBedOrProcedureIsRefusedInTheReadersLanguage() throws Exception {
        UUID order = at.order();
        Technician technician = at.technician();
        long before = sessions();

        requireRefused(technician.prepare(UUID.randomUUID(), at.bedId(), SHORT), 404, "order-unknown", "no such order");
        requireRefused(technician.prepare("no-id", at.bedId(), SHORT), 404, "order-unknown", "no such order");
        requireRefused(technician.prepare(order, UUID.randomUUID(), SHORT), 404, "bed-unknown", "no such bed");
        requireRefused(technician.prepare(order, at.bedId(), "nap"), 422, "variant-unknown", "no procedure named nap");
        requireRefused(
                technician.reading("zh-CN").prepare(UUID.randomUUID(), at.bedId(), SHORT),
                404,
                "order-unknown",
                "没有这份申请单");
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void aBedWhoseAgentIsAwayIsRefused() throws Exception {
        requireRefused(
                at.technician().prepare(at.order(), at.bedId(), SHORT), 503, "agent-away", name + " is not connected");
    }

    @Test
    void withoutAConfirmedIdentityNoSessionBegins() throws Exception {
        try (var agent = at.agent()) {
            requireRefused(
                    at.technician().prepare(given.unconfirmedOrder(), at.bedId(), SHORT),
                    409,
                    "identity-unconfirmed",
                    "identity");
        }
    }

    @Test
    void aSecondSessionAtABedIsRefusedAndNamesTheFirst() throws Exception {
        try (var agent = at.agent()) {
            UUID first = at.prepared(agent);
            long before = sessions();

            Answer second = at.technician().prepare(at.order(), at.bedId(), SHORT);
            Answer inChinese = at.technician().reading("zh").prepare(at.order(), at.bedId(), SHORT);

            requireRefused(second, 409, "bed-busy", name + " already has a session");
            assertThat(second.text("sessionId")).isEqualTo(first.toString());
            requireRefused(inChinese, 409, "bed-busy", "已有进行中的检查");
            assertThat(sessions()).isEqualTo(before);
        }
    }

    @Test
    void ofManyWhoTakeABedAtOnceOneGetsIt() throws Exception {
        try (var agent = at.agent();
                var threads = Executors.newFixedThreadPool(6)) {
            Technician technician = at.technician();
            List<Callable<Answer>> wishes = java.util.stream.Stream.generate(this::anOrder)
                    .limit(6)
                    .<Callable<Answer>>map(order -> () -> technician.prepare(order, at.bedId(), SHORT))
                    .toList();

            var answers = threads.invokeAll(wishes).stream()
                    .map(answer -> answer.resultNow().status())
                    .toList();

            assertThat(answers)
                    .containsOnlyOnce(201)
                    .filteredOn(status -> status != 201)
                    .containsOnly(409);
        }
    }

    @Test
    void aRecordingIsMarkedStoppedAndSealedAndItsOrderLeavesTheWorklist() throws Exception {
        try (var agent = at.agent();
                var threads = Executors.newSingleThreadExecutor()) {
            UUID session = at.started(agent);
            var recording = new ScriptedRecording(session)
                    .bearing(at.lastStart().claim().orElseThrow());
            agent.send(FrameMessage.of(recording.description())).send(FrameMessage.of(recording.samples()));
            at.technician().awaitState(session.toString(), "recording");
            requireRefused(
                    at.technician().ask(session.toString(), "start"), 409, "already-recording", "already running");
            requireRefused(
                    at.technician().ask(session.toString(), "cancel"), 409, "already-recording", "already running");

            var marked = threads.submit(() -> at.technician().mark(session.toString(), " 咳嗽 "));
            Marker marker = agent.await(Marker.class);
            agent.send(new CommandDone(marker.commandId(), Optional.empty()));
            assertThat(marker.text()).isEqualTo("咳嗽");
            assertThat(marked.get().status()).isEqualTo(200);

            var stopped = threads.submit(() -> at.technician().ask(session.toString(), "stop"));
            Stop stop = agent.await(Stop.class);
            agent.send(new CommandDone(stop.commandId(), Optional.empty()))
                    .send(FrameMessage.of(recording.samples()))
                    .send(FrameMessage.of(recording.end()));
            assertThat(stopped.get().status()).isEqualTo(200);
            at.technician().awaitState(session.toString(), "sealed");
            assertThat(at.technician().worklist()).doesNotContain(orderOf(session));
            assertThat(at.technician().page("/q/metrics"))
                    .contains("neuroward_ingest_blocks_total", "neuroward_ingest_gaps_total")
                    .contains("neuroward_ingest_ack_latency_seconds_count", "neuroward_agents_connected")
                    .doesNotContain("TEST-");
            assertThat(at.technician().page("/q/health/ready"))
                    .containsPattern("\"agents port\",\\s*\"status\": \"UP\"");
            requireRefused(at.technician().ask(session.toString(), "start"), 409, "already-over", "over");
        }
    }

    @Test
    void aMarkerMustBeAShortPrintableText() throws Exception {
        try (var agent = at.agent()) {
            UUID session = at.prepared(agent);

            requireRefused(at.technician().mark(session.toString(), "  "), 422, "marker-unusable", "1 to 200");
            requireRefused(at.technician().mark(session.toString(), "a\u0000b"), 422, "marker-unusable", "1 to 200");
            requireRefused(
                    at.technician().mark(session.toString(), "x".repeat(201)), 422, "marker-unusable", "1 to 200");
            requireRefused(at.technician().mark(session.toString(), "cough"), 409, "not-recording", "Nothing is being");
        }
    }

    @Test
    void aCancelledSessionFreesItsBedAndReleasesTheAgent() throws Exception {
        try (var agent = at.agent()) {
            UUID session = at.prepared(agent);

            assertThat(at.technician().ask(session.toString(), "cancel").text("state"))
                    .isEqualTo("cancelled");

            agent.await(Release.class);
            assertThat(at.technician().prepare(at.order(), at.bedId(), SHORT).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void whenTheAmplifierFailsTheSessionStaysPreparedAndCanStartAgain() throws Exception {
        try (var agent = at.agent();
                var threads = Executors.newSingleThreadExecutor()) {
            UUID session = at.prepared(agent);
            var failing = threads.submit(() -> at.technician().ask(session.toString(), "start"));
            Start start = agent.await(Start.class);
            agent.send(new CommandDone(start.commandId(), Optional.of(CommandRefusal.DEVICE_FAILED)));

            requireRefused(failing.get(), 409, "agent-failed", "amplifier");

            var again = threads.submit(() -> at.technician().ask(session.toString(), "start"));
            agent.send(new CommandDone(agent.await(Start.class).commandId(), Optional.empty()));
            assertThat(again.get().status()).isEqualTo(200);
        }
    }

    @Test
    void aStopThatTheAgentWasAwayForIsToldWhenItComesBack() throws Exception {
        UUID session;
        ScriptedRecording recording;
        try (var agent = at.agent()) {
            session = at.started(agent);
            recording = new ScriptedRecording(session);
            agent.send(FrameMessage.of(recording.description()));
            agent.await(Ack.class);
        }
        at.technician().awaitState(session.toString(), "agent-lost");

        assertThat(at.technician().ask(session.toString(), "stop").status()).isEqualTo(202);

        try (var back = new WireAgent(server.port())) {
            back.send(WireAgent.hello(name, BedInTest.SECRET, new SpooledRecording(recording.id(), session, 1, false)))
                    .send(new State(AgentState.RECORDING, ""));
            back.await(Stop.class);
        }
    }

    @Test
    void aRecordingThatItsAgentHasLostEndsWithWhatTheServerHas() throws Exception {
        UUID session;
        try (var agent = at.agent()) {
            session = at.started(agent);
            var recording = new ScriptedRecording(session);
            agent.send(FrameMessage.of(recording.description())).send(FrameMessage.of(recording.samples()));
            // What was seen live may still be lost with its agent; what was acknowledged may not.
            Ack durable = agent.await(Ack.class);
            while (durable.nextFrame() < 2) {
                durable = agent.await(Ack.class);
            }
        }

        try (var empty = at.agent()) {
            var status = at.technician().awaitState(session.toString(), "sealed");

            assertThat(status.path("recordedSeconds").asDouble()).isEqualTo(0.062);
            assertThat(at.technician().prepare(at.order(), at.bedId(), SHORT).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void anAgentThatRestartedIsAskedToShowThePreparedSessionAgain() throws Exception {
        UUID session;
        try (var agent = at.agent()) {
            session = at.prepared(agent);
        }
        at.technician().awaitState(session.toString(), "agent-lost");

        try (var back = at.agent()) {
            assertThat(back.await(Prepare.class).sessionId()).isEqualTo(session);
        }
    }

    private static void requireRefused(Answer answer, int status, String code, String words) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("sentence")).contains(words);
    }

    private UUID anOrder() {
        try {
            return at.order();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long sessions() {
        return (long) database.createQuery("select count(*) from SessionEntity").getSingleResult();
    }

    private UUID orderOf(UUID session) {
        return (UUID) database.createQuery("select orderId from SessionEntity where id = :id")
                .setParameter("id", session)
                .getSingleResult();
    }
}
