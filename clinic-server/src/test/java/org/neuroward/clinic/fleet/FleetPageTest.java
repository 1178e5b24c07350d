package org.neuroward.clinic.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.ingest.AgentsServer;
import org.neuroward.clinic.ingest.SessionAtBed;
import org.neuroward.clinic.ingest.WireAgent;
import org.neuroward.clinic.session.BedInTest;
import org.neuroward.clinic.web.Visitor;
import org.neuroward.wire.DeviceState;
import org.neuroward.wire.DiskState;
import org.neuroward.wire.FromAgent.Status;
import org.neuroward.wire.FromServer.Refused;
import org.neuroward.wire.Losses;
import org.neuroward.wire.ServerClock;
import org.neuroward.wire.SpoolFacts;

/** The administrator sees how each bed is and what to do about it, in both languages, and nothing of any patient. */
@QuarkusTest
class FleetPageTest {

    private static final Status FULL_DISK = new Status(
            1,
            DeviceState.STREAMING,
            new Losses(512, 2, 3, 1, 4),
            new SpoolFacts(3400, 680_000, 7, 14_000_000_000L, 512_000_000_000L, DiskState.FULL),
            Optional.empty(),
            Optional.of(new ServerClock(7_000_000, 1_200_000)));

    @Inject
    AgentsServer server;

    @Inject
    BedInTest given;

    @Inject
    AgentRows rows;

    @Inject
    AgentLinks links;

    @Inject
    EntityManager database;

    @TestHTTPResource("/")
    URI address;

    private final String name = "fleet-" + UUID.randomUUID();
    private Visitor administrator;

    @BeforeEach
    void anAdministrator() {
        administrator = Visitor.signedInAs("admin");
    }

    @Test
    void aBedIsShownWithItsFiguresAndWhatToDo() throws Exception {
        var at = new SessionAtBed(given, server.port(), address, name);
        try (var agent = at.agent()) {
            at.prepared(agent);

            Map<String, Object> bed = awaitProblem("disk-full", () -> agent.send(FULL_DISK));

            assertThat(bed)
                    .extracting("agentId", "version", "lastContact", "losses.lines", "backlog.lines", "disk.lines")
                    .containsExactly(
                            name,
                            "test",
                            "now",
                            List.of("512 samples, gaps: 2", "3 repeated", "1 late", "4 damaged"),
                            List.of("11 min", "3400 frames"),
                            List.of("14 of 512 GB free", "Bedside disk full"));
            assertThat(bed).extracting("clocks.lines").isEqualTo(List.of("−7 ms ± 2 ms"));
            String english = page("en");
            assertThat(english).contains(name, "There is no room for a new recording.");
            assertThat(page("zh-CN")).contains("没有空间存放新的记录", "床旁磁盘已满");
            assertThat(english).doesNotContain("TEST-", "DEMO-0001");
            // The bed is among the first: those that need no one come after it.
            List<Boolean> urgent = list().<List<Map<String, String>>>getList("problems").stream()
                    .map(problems ->
                            problems.stream().anyMatch(one -> one.get("urgency").equals("alarm")))
                    .toList();
            assertThat(urgent.toString()).doesNotContainPattern("false.*true");
        }
    }

    @Test
    void anAgentWithAnotherSecretIsNamedAsTheProblem() throws Exception {
        given.bed(name);
        try (var stranger = new WireAgent(server.port())) {
            stranger.send(WireAgent.hello(name, "another-secret-with-enough-letters"));
            stranger.await(Refused.class);
        }

        assertThat(awaitProblem("wrong-secret", () -> {}).get("problems").toString())
                .contains("Enrol the agent anew");
    }

    @Test
    void whatWasKnownOfAnAgentOutlivesTheServer() throws Exception {
        var at = new SessionAtBed(given, server.port(), address, name);
        AgentLink link;
        try (var agent = at.agent()) {
            link = links.find(name).orElseThrow();
        }

        rows.remember(Map.of(link, Instant.parse("2026-11-23T08:00:00Z")));

        Object[] kept = (Object[]) database.createNativeQuery(
                        "select version, device, simulated, last_contact_at is not null from agent where id = :id")
                .setParameter("id", name)
                .getSingleResult();
        assertThat(kept).containsExactly("test", "test amplifier", true, true);
    }

    /** @param meanwhile done before each look */
    private Map<String, Object> awaitProblem(String code, Runnable meanwhile) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < deadline) {
            meanwhile.run();
            Optional<Map<String, Object>> found = list().<Map<String, Object>>getList("$").stream()
                    .filter(bed -> bed.get("name").equals(name))
                    .filter(bed -> bed.get("problems").toString().contains("code=" + code))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("the bed never had the problem " + code + ": " + list().prettify());
    }

    private JsonPath list() {
        return administrator
                .asks()
                .header("Accept-Language", "en")
                .get("/api/fleet")
                .jsonPath();
    }

    private String page(String language) {
        return administrator
                .asks()
                .header("Accept-Language", language)
                .get("/fleet")
                .asString();
    }
}
