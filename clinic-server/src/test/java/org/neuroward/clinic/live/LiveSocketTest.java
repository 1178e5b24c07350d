package org.neuroward.clinic.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.ingest.AgentsServer;
import org.neuroward.clinic.ingest.ScriptedRecording;
import org.neuroward.clinic.ingest.SessionAtBed;
import org.neuroward.clinic.session.BedInTest;
import org.neuroward.wire.FromAgent.FrameMessage;
import org.neuroward.wire.FromAgent.Preview;

@QuarkusTest
class LiveSocketTest {

    @Inject
    BedInTest given;

    @Inject
    AgentsServer server;

    @TestHTTPResource
    URI address;

    private SessionAtBed at;

    @BeforeEach
    void aBedOfItsOwn() {
        at = new SessionAtBed(given, server.port(), address, "live-" + UUID.randomUUID());
    }

    @Test
    void theLayoutNamesTheElectrodesWithTheirPlacesBeforeAnythingElse() throws Exception {
        try (var agent = at.agent();
                var viewer = viewer(at.prepared(agent))) {
            JsonNode layout = viewer.await("layout");

            assertThat(layout.at("/streams/0/hertz").asDouble()).isEqualTo(256);
            assertThat(layout.at("/streams/0/channels/0/label").asText()).isEqualTo("EEG Fp1");
            assertThat(layout.at("/electrodes/1/name").asText()).isEqualTo("O1");
            // Nose up: the frontal electrode lies above, the occipital one below, both on the left.
            assertThat(layout.at("/electrodes/0/y").asDouble()).isPositive();
            assertThat(layout.at("/electrodes/1/y").asDouble()).isNegative();
            assertThat(layout.at("/electrodes/1/x").asDouble()).isNegative();
            assertThat(layout.at("/display/montage").asText()).isEqualTo("recorded");
            assertThat(viewer.await("state").path("state").asText()).isEqualTo("prepared");
        }
    }

    @Test
    void aPreviewIsShownUntilTheRecordingBeginsAtSampleZero() throws Exception {
        try (var agent = at.agent()) {
            UUID session = at.started(agent);
            try (var viewer = viewer(session)) {
                viewer.await("layout");
                agent.send(new Preview(0, 4_096, 2, new int[] {1, 2, 3, 4}));
                assertThat(viewer.awaitBlock().getDouble(8)).isEqualTo(4_096);

                var recording = new ScriptedRecording(session);
                agent.send(FrameMessage.of(recording.description())).send(FrameMessage.of(recording.samples()));

                ByteBuffer block = viewer.awaitBlock();
                assertThat(block.getDouble(8)).isZero();
                assertThat(block.getInt(4)).isEqualTo(ScriptedRecording.BLOCK_SAMPLES);
                // The description alone makes a state too, of no second yet.
                JsonNode state = viewer.awaitState("recording");
                while (state.path("recordedSeconds").asDouble() == 0) {
                    state = viewer.awaitState("recording");
                }
                assertThat(state.path("recordedSeconds").asDouble()).isEqualTo(ScriptedRecording.BLOCK_SAMPLES / 256.0);
            }
        }
    }

    @Test
    void aWishForAnotherMontageIsAnsweredByItsLayout() throws Exception {
        try (var agent = at.agent();
                var viewer = viewer(at.prepared(agent))) {
            viewer.await("layout");

            viewer.say("""
                    {"type":"display","montage":"average","highpassHertz":1,"lowpassHertz":30,"notchHertz":50}""");

            JsonNode layout = viewer.await("layout");
            assertThat(layout.at("/display/montage").asText()).isEqualTo("average");
            assertThat(layout.at("/display/notchHertz").asInt()).isEqualTo(50);
            assertThat(layout.at("/streams/0/channels/0/label").asText()).isEqualTo("Fp1-Avg");
        }
    }

    @Test
    void nonsenseFromABrowserChangesNothing() throws Exception {
        try (var agent = at.agent();
                var viewer = viewer(at.prepared(agent))) {
            viewer.await("layout");

            viewer.say("{\"type\":\"display\",\"montage\":\"upside-down\"}");
            viewer.say("no JSON");

            assertThat(viewer.await("state").path("state").asText()).isEqualTo("prepared");
        }
    }

    @Test
    void anotherSitesPageCannotListen() throws Exception {
        try (var agent = at.agent()) {
            UUID session = at.prepared(agent);

            assertThatThrownBy(() -> LiveViewer.open(address, session, at.technician(), "http://elsewhere.example"))
                    .isInstanceOf(CompletionException.class);
        }
    }

    @Test
    void anUnknownSessionIsClosedAtOnce() throws Exception {
        try (var viewer = viewer(UUID.randomUUID())) {
            assertThat(viewer.awaitClose()).isEqualTo(4404);
        }
    }

    private LiveViewer viewer(UUID session) throws Exception {
        String origin = address.getScheme() + "://" + address.getAuthority();
        return LiveViewer.open(address, session, at.technician(), origin);
    }
}
