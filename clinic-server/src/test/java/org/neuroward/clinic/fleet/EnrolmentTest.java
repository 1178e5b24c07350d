package org.neuroward.clinic.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.ingest.AgentsServer;
import org.neuroward.clinic.ingest.SessionAtBed;
import org.neuroward.clinic.ingest.WireAgent;
import org.neuroward.clinic.session.BedInTest;
import org.neuroward.clinic.web.Visitor;
import org.neuroward.wire.AgentState;
import org.neuroward.wire.FromAgent.State;
import org.neuroward.wire.FromServer.Refused;
import org.neuroward.wire.FromServer.Welcome;
import org.neuroward.wire.RefusalCode;

/** Beds are added and their agents let in by an administrator, and by nobody's hand in the database. */
@QuarkusTest
class EnrolmentTest {

    @Inject
    AgentsServer server;

    @Inject
    BedInTest given;

    @Inject
    EntityManager database;

    @TestHTTPResource("/")
    URI address;

    private final String name = "Bed " + UUID.randomUUID();
    private Visitor administrator;

    @BeforeEach
    void anAdministrator() {
        administrator = Visitor.signedInAs("admin");
    }

    @Test
    void anEnrolledAgentIsLetInWithTheSecretThatWasShownOnce() throws Exception {
        UUID bed = added(name);

        String agentId = "ward-3.bed_1-" + bed.toString().substring(0, 8);
        JsonPath enrolled = enrolled(bed, agentId);

        assertThat(enrolled.getString("secret")).matches("[A-Za-z0-9_][A-Za-z0-9_-]{42}");
        assertThat(enrolled.getString("command"))
                .isEqualTo("./neuroward agent --server localhost:0 --agent-id " + agentId + " --secret-file " + agentId
                        + ".secret --data " + agentId + "-data");
        try (var agent = new WireAgent(server.port())) {
            agent.send(WireAgent.hello(enrolled.getString("agentId"), enrolled.getString("secret")));
            agent.await(Welcome.class);
        }
        assertThat(auditedOf(bed)).containsExactly("bed.add", "agent.enrol");
        assertThat(detailsOf(bed)).noneMatch(detail -> detail.contains(enrolled.getString("secret")));
    }

    @Test
    void aNewSecretEndsTheConnectionThatStoodOnTheOldOne() throws Exception {
        UUID bed = added(name);
        JsonPath first = enrolled(bed, null);
        try (var agent = new WireAgent(server.port())) {
            agent.send(WireAgent.hello(first.getString("agentId"), first.getString("secret")));
            agent.await(Welcome.class);

            JsonPath second = enrolled(bed, null);

            assertThat(second.getString("agentId")).isEqualTo(first.getString("agentId"));
            assertThat(second.getString("secret")).isNotEqualTo(first.getString("secret"));
            assertThat(agent.await(Refused.class).code()).isEqualTo(RefusalCode.WRONG_SECRET);
        }
        try (var late = new WireAgent(server.port())) {
            late.send(WireAgent.hello(first.getString("agentId"), first.getString("secret")));
            assertThat(late.await(Refused.class).code()).isEqualTo(RefusalCode.WRONG_SECRET);
        }
    }

    @Test
    void aRetiredBedIsOfferedNoMoreAndItsAgentIsSentAway() throws Exception {
        UUID bed = added(name);
        JsonPath enrolled = enrolled(bed, null);
        try (var agent = new WireAgent(server.port())) {
            agent.send(WireAgent.hello(enrolled.getString("agentId"), enrolled.getString("secret")));
            agent.await(Welcome.class);
            given.awaitConnected(bed);

            post("/api/fleet/beds/" + bed + "/retire", Map.of()).then().statusCode(200);

            assertThat(agent.await(Refused.class).code()).isEqualTo(RefusalCode.UNKNOWN_AGENT);
        }
        requireRefused(post("/api/fleet/beds/" + bed + "/agent", Map.of()), 409, "bed-retired", "out of use");
        requireRefused(post("/api/fleet/beds", Map.of("name", name)), 409, "bed-name-taken", "out of use");
        post("/api/fleet/beds/" + bed + "/reinstate", Map.of()).then().statusCode(200);
        enrolled(bed, null);
        assertThat(auditedOf(bed))
                .containsExactly("bed.add", "agent.enrol", "bed.retire", "bed.reinstate", "agent.enrol");
    }

    @Test
    void aBedThatASessionHoldsIsNotRetired() throws Exception {
        var at = new SessionAtBed(given, server.port(), address, "agent-" + UUID.randomUUID());
        try (var agent = at.agent()) {
            at.prepared(agent);

            requireRefused(
                    post("/api/fleet/beds/" + at.bedId() + "/retire", Map.of()), 409, "bed-in-use", "A session holds");

            agent.send(new State(AgentState.PREPARED, ""));
            assertThat(given.isConnected(at.bedId())).isTrue();
        }
    }

    @Test
    void whatCannotBeTakenIsRefusedInTheReadersLanguage() {
        UUID bed = added(name);
        String agentId = enrolled(bed, null).getString("agentId");
        UUID other = added(name + " b");

        requireRefused(post("/api/fleet/beds", Map.of("name", " \t ")), 422, "bed-name-unusable", "1 to 60");
        requireRefused(post("/api/fleet/beds", Map.of("name", "x".repeat(61))), 422, "bed-name-unusable", "1 to 60");
        requireRefused(post("/api/fleet/beds", Map.of("name", "a\u0007b")), 422, "bed-name-unusable", "control");
        requireRefused(post("/api/fleet/beds", Map.of()), 422, "bed-name-unusable", "1 to 60");
        requireRefused(post("/api/fleet/beds", Map.of("name", " " + name)), 409, "bed-name-taken", name);
        String path = "/api/fleet/beds/" + other + "/agent";
        for (String unusable : List.of("-x", "a b", "a/../b", "床", "x".repeat(41), "")) {
            requireRefused(post(path, Map.of("agentId", unusable)), 422, "agent-id-unusable", "1 to 40");
        }
        requireRefused(post(path, Map.of("agentId", agentId)), 409, "agent-id-taken", name);
        requireRefused(
                post("/api/fleet/beds/" + UUID.randomUUID() + "/agent", Map.of()), 404, "bed-unknown", "no such bed");
        requireRefused(post("/api/fleet/beds/nothing/retire", Map.of()), 404, "bed-unknown", "no such bed");
        assertThat(administrator
                        .sends()
                        .header("Accept-Language", "zh-CN")
                        .contentType("application/json")
                        .body(Map.of("name", name))
                        .post("/api/fleet/beds")
                        .jsonPath()
                        .getString("sentence"))
                .contains("已有名为");
        assertThat(auditedOf(other)).containsExactly("bed.add");
    }

    private UUID added(String bedName) {
        Response response = post("/api/fleet/beds", Map.of("name", bedName));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return UUID.fromString(response.jsonPath().getString("bedId"));
    }

    private JsonPath enrolled(UUID bed, String agentId) {
        Map<String, String> wish = agentId == null ? Map.of() : Map.of("agentId", agentId);
        Response response = post("/api/fleet/beds/" + bed + "/agent", wish);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath();
    }

    private Response post(String path, Map<String, String> body) {
        return administrator
                .sends()
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static void requireRefused(Response response, int status, String code, String sentence) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
        assertThat(response.jsonPath().getString("sentence")).contains(sentence);
    }

    private List<String> auditedOf(UUID bed) {
        return column("action", bed);
    }

    private List<String> detailsOf(UUID bed) {
        return column("detail", bed);
    }

    private List<String> column(String column, UUID bed) {
        return database
                .createNativeQuery(
                        "select " + column + " from audit_event where object_id = :bed order by seq", String.class)
                .setParameter("bed", bed.toString())
                .getResultList()
                .stream()
                .map(String.class::cast)
                .toList();
    }
}
