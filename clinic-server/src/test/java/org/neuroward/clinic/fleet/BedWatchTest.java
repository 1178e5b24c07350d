package org.neuroward.clinic.fleet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.ingest.AgentsServer;
import org.neuroward.clinic.ingest.SessionAtBed;
import org.neuroward.clinic.ingest.WireAgent;
import org.neuroward.clinic.session.BedInTest;
import org.neuroward.wire.DeviceClock;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.FromAgent.Status;
import org.neuroward.wire.Losses;
import org.neuroward.wire.ServerClock;
import org.neuroward.wire.SpoolFacts;

/** What heartbeats, and their absence, make known to the person at the bed. */
@QuarkusTest
class BedWatchTest {

    private static final SpoolFacts EMPTY = new SpoolFacts(0, 0, 0, 50_000_000_000L, 100_000_000_000L, DiskState.OK);
    private static final Status WELL =
            new Status(1, DeviceState.STREAMING, Losses.NONE, EMPTY, Optional.empty(), Optional.empty());

    @Inject
    AgentsServer server;

    @Inject
    BedInTest bedInTest;

    @TestHTTPResource("/")
    URI address;

    private SessionAtBed at;

    @BeforeEach
    void aBedOfItsOwn() {
        at = new SessionAtBed(bedInTest, server.port(), address, "watched-" + UUID.randomUUID());
    }

    @Test
    void anAgentThatFallsSilentIsMissedAndItsReturnIsNotedWithTheTimeItLasted() throws Exception {
        try (var agent = at.agent()) {
            String session = at.prepared(agent).toString();
            agent.send(WELL);

            JsonNode missed = awaitTrouble(session, "agent-silent");

            assertThat(missed.path("state").asText()).isEqualTo("agent-lost");
            assertThat(missed.at("/bed/troubles/0/urgency").asText()).isEqualTo("alarm");
            JsonNode back = beating(
                    agent, () -> WELL, session, seen -> codes(seen, "over").contains("agent-silent"));
            assertThat(codes(back, "troubles")).doesNotContain("agent-silent");
            assertThat(back.at("/bed/over/0/lastedSeconds").asDouble()).isGreaterThan(2);
        }
    }

    @Test
    void troublesOfDeviceDiskAndClocksAreToldWhileTheyLast() throws Exception {
        try (var agent = at.agent()) {
            String session = at.prepared(agent).toString();

            beating(agent, () -> with(DeviceState.ABSENT, DiskState.LOW, Losses.NONE), session, seen -> codes(
                            seen, "troubles")
                    .equals(List.of("device-absent", "disk-low")));
            beating(agent, () -> with(DeviceState.SILENT, DiskState.READ_ONLY, Losses.NONE), session, seen -> codes(
                            seen, "troubles")
                    .equals(List.of("disk-read-only", "device-silent")));

            // One gap, as after a plug was pulled, is not yet a loss that rises.
            JsonNode once = beating(
                    agent,
                    () -> with(DeviceState.STREAMING, DiskState.OK, new Losses(12, 1, 0, 0, 0)),
                    session,
                    seen -> codes(seen, "troubles").isEmpty()
                            && seen.at("/bed/facts/missingSamples").asLong() == 12);
            assertThat(codes(once, "over")).contains("device-absent", "disk-low", "disk-read-only", "device-silent");
            var missing = new AtomicLong(12);
            beating(
                    agent,
                    () -> with(DeviceState.STREAMING, DiskState.OK, new Losses(missing.addAndGet(5), 2, 0, 0, 0)),
                    session,
                    seen -> codes(seen, "troubles").equals(List.of("loss-rising")));
        }
    }

    @Test
    void clocksThatDisagreeAreToldWithTheirFigures() throws Exception {
        try (var agent = at.agent()) {
            String session = at.prepared(agent).toString();
            // 256 Hz by name, 0.1 Hz fast: 390.6 ppm by arithmetic.
            var status = new Status(
                    1,
                    DeviceState.STREAMING,
                    Losses.NONE,
                    new SpoolFacts(60, 30_000, 1, 1, 2, DiskState.OK),
                    Optional.of(new DeviceClock(256.1, 5)),
                    Optional.of(new ServerClock(-3_600_000_000_000L, 4_000_000)));
            var metrics = new AtomicReference<>("");

            JsonNode told = beating(agent, () -> status, session, seen -> {
                metrics.set(given().get("/q/metrics").asString());
                return codes(seen, "troubles").equals(List.of("clock-off", "clock-drifts", "syncing"))
                        && metrics.get().contains("neuroward_agents_backlog_frames 60");
            });

            assertThat(told.at("/bed/facts/offsetMillis").asDouble()).isEqualTo(-3_600_000);
            assertThat(told.at("/bed/facts/driftPpm").asDouble()).isBetween(390.6, 390.7);
            assertThat(told.at("/bed/facts/backlogSeconds").asDouble()).isEqualTo(30);
            assertThat(metrics.get())
                    .contains("neuroward_agents_backlog_seconds 30", "neuroward_agents_clock_offset_seconds 3600")
                    .contains("neuroward_agents_disk{state=\"FULL\"} 0")
                    .contains("neuroward_agents_troubles_total{trouble=\"clock-off\"}")
                    .doesNotContain(at.bedId().toString());
        }
    }

    private static Status with(DeviceState device, DiskState disk, Losses losses) {
        var spool = new SpoolFacts(0, 0, 0, 1, 2, disk);
        return new Status(1, device, losses, spool, Optional.empty(), Optional.empty());
    }

    /** Looks at the session until it is as expected, with a heartbeat at each look: an agent that says nothing is silent. */
    private JsonNode beating(WireAgent agent, Supplier<Status> heartbeat, String session, Predicate<JsonNode> expected)
            throws Exception {
        return at.technician().await(session, seen -> {
            agent.send(heartbeat.get());
            return expected.test(seen);
        });
    }

    private JsonNode awaitTrouble(String session, String code) throws Exception {
        return at.technician().await(session, seen -> codes(seen, "troubles").contains(code));
    }

    private static List<String> codes(JsonNode status, String list) {
        return StreamSupport.stream(status.path("bed").path(list).spliterator(), false)
                .map(line -> line.path("code").asText())
                .toList();
    }
}
