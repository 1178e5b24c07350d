package org.neuroward.clinic.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.recording.Recordings;
import org.neuroward.clinic.session.BedInTest;
import org.neuroward.clinic.session.SessionState;
import org.neuroward.clinic.session.Sessions;
import org.neuroward.edf.EdfRecording;
import org.neuroward.wire.Frame;
import org.neuroward.wire.FromAgent.FrameMessage;
import org.neuroward.wire.FromAgent.Hello;
import org.neuroward.wire.FromAgent.SpooledRecording;
import org.neuroward.wire.FromServer.Ack;
import org.neuroward.wire.FromServer.Refused;
import org.neuroward.wire.FromServer.Welcome;
import org.neuroward.wire.RefusalCode;

@QuarkusTest
class AgentRefusedTest {

    @Inject
    BedInTest given;

    @Inject
    AgentsServer server;

    @Inject
    Recordings recordings;

    @Inject
    Sessions sessions;

    @ConfigProperty(name = "neuroward.data-folder")
    Path dataFolder;

    @TestHTTPResource
    URI address;

    private final String name = "refused-" + UUID.randomUUID();
    private SessionAtBed at;

    @BeforeEach
    void aBedOfItsOwn() {
        at = new SessionAtBed(given, server.port(), address, name);
    }

    @Test
    void anUnknownAgentIsToldSo() throws InterruptedException {
        try (var agent = new WireAgent(server.port())) {
            agent.send(WireAgent.hello("nobody-" + name, BedInTest.SECRET));

            requireRefused(agent, RefusalCode.UNKNOWN_AGENT, Status.Code.UNAUTHENTICATED);
        }
    }

    @Test
    void aWrongSecretIsToldSoAndChangesNothing() throws InterruptedException {
        try (var rightful = at.agent();
                var impostor = new WireAgent(server.port())) {
            impostor.send(WireAgent.hello(name, "a-wrong-secret-with-enough-letters"));

            requireRefused(impostor, RefusalCode.WRONG_SECRET, Status.Code.UNAUTHENTICATED);
            assertThat(given.isConnected(at.bedId())).isTrue();
        }
    }

    @Test
    void theFirstMessageMustBeAHello() throws InterruptedException {
        try (var agent = new WireAgent(server.port())) {
            agent.send(FrameMessage.of(new ScriptedRecording(UUID.randomUUID()).description()));

            requireRefused(agent, RefusalCode.UNKNOWN_AGENT, Status.Code.UNAUTHENTICATED);
        }
    }

    @Test
    void anotherWireVersionIsRefused() throws InterruptedException {
        try (var agent = new WireAgent(server.port())) {
            agent.send(new Hello(name, BedInTest.SECRET, "9", 9, "device", true, WireAgent.TWO_CHANNELS, List.of()));

            requireRefused(agent, RefusalCode.UNSUPPORTED_WIRE_VERSION, Status.Code.UNIMPLEMENTED);
        }
    }

    @Test
    void aRecordingThatNobodyStartedLeavesNoRowAndNoFile() throws InterruptedException {
        var recording = new ScriptedRecording(UUID.randomUUID());
        try (var agent = at.agent()) {
            agent.send(FrameMessage.of(recording.description()));

            requireRefused(agent, RefusalCode.UNKNOWN_SESSION, Status.Code.PERMISSION_DENIED);
        }
        requireNoTrace(recording.id());
    }

    @Test
    void aRecordingOfAnotherAgentsSessionLeavesNoRowAndNoFile() throws Exception {
        var other = new SessionAtBed(given, server.port(), address, "other-" + name);
        try (var rightful = other.agent();
                var thief = at.agent()) {
            UUID session = other.started(rightful);
            var recording = new ScriptedRecording(session);

            thief.send(FrameMessage.of(recording.description()));

            requireRefused(thief, RefusalCode.UNKNOWN_SESSION, Status.Code.PERMISSION_DENIED);
            requireNoTrace(recording.id());
            assertThat(sessions.get(session).state()).isEqualTo(SessionState.PREPARED);
        }
    }

    @Test
    void framesOfAnotherAgentsRunningRecordingAreRefused() throws Exception {
        var other = new SessionAtBed(given, server.port(), address, "owner-" + name);
        try (var rightful = other.agent();
                var thief = at.agent()) {
            var recording = new ScriptedRecording(other.started(rightful));
            rightful.send(FrameMessage.of(recording.description()));
            rightful.await(Ack.class);

            thief.send(FrameMessage.of(recording.samples()));

            requireRefused(thief, RefusalCode.UNKNOWN_SESSION, Status.Code.PERMISSION_DENIED);
            assertThat(given.isConnected(other.bedId())).isTrue();
        }
    }

    @Test
    void afterADamagedFrameTheAgentComesBackAndNothingIsLostOrDoubled() throws Exception {
        ScriptedRecording recording;
        Frame second;
        try (var agent = at.agent()) {
            recording = new ScriptedRecording(at.started(agent));
            agent.send(FrameMessage.of(recording.description()));
            awaitDurable(agent, 1);
            second = recording.samples();

            agent.sendBytes(ScriptedRecording.damaged(second));

            requireRefused(agent, RefusalCode.DAMAGED_FRAME, Status.Code.DATA_LOSS);
        }
        try (var again = new WireAgent(server.port())) {
            UUID session = recordings.get(recording.id()).sessionId();
            again.send(
                    WireAgent.hello(name, BedInTest.SECRET, new SpooledRecording(recording.id(), session, 2, false)));
            assertThat(again.await(Welcome.class).durable()).containsExactly(new Ack(recording.id(), 1));

            again.send(FrameMessage.of(second)).send(FrameMessage.of(second)).send(FrameMessage.of(recording.end()));
            at.technician().awaitState(session.toString(), "sealed");
        }
        requireBlocks(recording.id(), 1);
    }

    @Test
    void aFrameAheadOfItsTurnIsRefusedAndTheRecordingGoesOn() throws Exception {
        ScriptedRecording recording;
        Frame next;
        try (var agent = at.agent()) {
            recording = new ScriptedRecording(at.started(agent));
            agent.send(FrameMessage.of(recording.description()));
            awaitDurable(agent, 1);
            next = recording.samples();

            agent.send(FrameMessage.of(recording.samples()));

            requireRefused(agent, RefusalCode.WRONG_INDEX, Status.Code.OUT_OF_RANGE);
        }
        assertThat(recordings.get(recording.id()).frames()).isEmpty();
        try (var again = new WireAgent(server.port())) {
            UUID session = recordings.get(recording.id()).sessionId();
            again.send(
                    WireAgent.hello(name, BedInTest.SECRET, new SpooledRecording(recording.id(), session, 3, false)));
            again.await(Welcome.class);
            again.send(FrameMessage.of(next));
            awaitDurable(again, 2);
        }
    }

    @Test
    void theNewerConnectionOfAnAgentTakesTheOldersPlace() throws InterruptedException {
        try (var older = at.agent();
                var newer = at.agent()) {
            requireRefused(older, RefusalCode.REPLACED, Status.Code.ABORTED);
            assertThat(given.isConnected(at.bedId())).isTrue();
        }
    }

    @Test
    void aSpooledRecordingOfNoSessionIsNotAskedFor() throws InterruptedException {
        at.bedId();
        try (var agent = new WireAgent(server.port())) {
            agent.send(WireAgent.hello(
                    name, BedInTest.SECRET, new SpooledRecording(UUID.randomUUID(), UUID.randomUUID(), 7, true)));

            assertThat(agent.await(Welcome.class).durable()).isEmpty();
        }
    }

    private static void awaitDurable(WireAgent agent, long frames) throws InterruptedException {
        while (agent.await(Ack.class).nextFrame() < frames) {
            // Acknowledgements are cumulative: the one that counts is the last.
        }
    }

    private static void requireRefused(WireAgent agent, RefusalCode code, Status.Code status)
            throws InterruptedException {
        Refused refused = agent.await(Refused.class);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.sentence()).isNotBlank().doesNotContain(BedInTest.SECRET);
        assertThat(agent.awaitClose().getCode()).isEqualTo(status);
    }

    private void requireNoTrace(UUID recordingId) {
        assertThat(recordings.find(recordingId)).isEmpty();
        assertThat(dataFolder.resolve("recordings/log").resolve(recordingId.toString()))
                .doesNotExist();
    }

    private void requireBlocks(UUID recordingId, int blocks) throws Exception {
        Path sealed = recordings.get(recordingId).sealed().orElseThrow().path();
        try (EdfRecording file = EdfRecording.open(sealed)) {
            int[] counts = new int[blocks * ScriptedRecording.BLOCK_SAMPLES];
            file.counts(0, 0, counts);
            assertThat(file.samples(0)).isEqualTo(counts.length);
            assertThat(counts).startsWith(0, 1, 2).endsWith(counts.length - 1);
        }
    }
}
