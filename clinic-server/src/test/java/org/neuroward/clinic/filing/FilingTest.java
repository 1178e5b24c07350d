package org.neuroward.clinic.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.ingest.AgentsPort;
import org.neuroward.clinic.ingest.ScriptedRecording;
import org.neuroward.clinic.ingest.SessionAtBed;
import org.neuroward.clinic.ingest.WireAgent;
import org.neuroward.clinic.record.Order;
import org.neuroward.clinic.session.BedInTest;
import org.neuroward.clinic.session.SessionState;
import org.neuroward.clinic.session.Sessions;
import org.neuroward.clinic.web.Visitor;
import org.neuroward.wire.FromAgent.FrameMessage;
import org.neuroward.wire.FromAgent.SpooledRecording;
import org.neuroward.wire.FromServer.Sealed;
import org.neuroward.wire.FromServer.Welcome;
import org.neuroward.wire.PatientClaim;

/** A recording that was begun at a bed without the server: kept, and filed by a person. */
@QuarkusTest
class FilingTest {

    private static final String PROCEDURE = "resting-eeg/short";

    @Inject
    BedInTest given;

    @Inject
    FilingInTest filing;

    @Inject
    AgentsPort agents;

    @Inject
    Sessions sessions;

    @TestHTTPResource
    URI address;

    private final String name = "offline-" + UUID.randomUUID();
    private Visitor technician;
    private SessionAtBed bed;
    private WireAgent agent;

    @BeforeEach
    void enrol() {
        technician = Visitor.signedInAs("tech");
        bed = new SessionAtBed(given, agents.port(), address, name);
    }

    @AfterEach
    void leave() {
        if (agent != null) {
            agent.close();
        }
    }

    /** The agent comes back with an ended recording of which the server knows nothing. */
    private ScriptedRecording arrived(PatientClaim claim) throws InterruptedException {
        ScriptedRecording recording = ScriptedRecording.offline(claim, PROCEDURE);
        agent = new WireAgent(agents.port());
        agent.send(WireAgent.hello(
                name, BedInTest.SECRET, new SpooledRecording(recording.id(), recording.sessionId(), 3, true, true)));
        Welcome welcome = agent.await(Welcome.class);
        assertThat(welcome.durable()).singleElement().satisfies(ack -> assertThat(ack.nextFrame())
                .isZero());
        agent.send(FrameMessage.of(recording.description()))
                .send(FrameMessage.of(recording.samples()))
                .send(FrameMessage.of(recording.end()));
        assertThat(agent.await(Sealed.class).recordingId()).isEqualTo(recording.id());
        filing.awaitSealed(recording.id());
        return recording;
    }

    @Test
    void itIsStoredSealedAndWaitsForAPersonWhateverItsNumbersSay() throws Exception {
        UUID order = given.unconfirmedOrder();
        ScriptedRecording recording = arrived(filing.claimOf(order));

        assertThat(sessions.find(recording.sessionId())).isEmpty();
        assertThat(filing.hasScoringJob(recording.id())).isFalse();
        assertThat(filing.order(order).state()).isEqualTo(Order.State.OPEN);
        assertThat(filing.audited(recording.id())).containsExactly("recording.unfiled done");
        assertThat(page("/unfiled"))
                .contains(recording.id().toString(), filing.claimOf(order).orderNumber(), name);
        assertThat(page("/worklist")).contains("wait to be filed");
        assertThat(candidates(recording))
                .contains("Both numbers match", filing.claimOf(order).patientNumber());
    }

    @Test
    void onceFiledItGoesTheWayOfEveryOtherSession() throws Exception {
        UUID order = given.unconfirmedOrder();
        ScriptedRecording recording = arrived(filing.claimOf(order));

        assertThat(file(recording, order, "", "").statusCode()).isEqualTo(303);

        assertThat(sessions.get(recording.sessionId())).satisfies(session -> {
            assertThat(session.state()).isEqualTo(SessionState.ENDED);
            assertThat(session.orderId()).isEqualTo(order);
            assertThat(session.patientId()).isEqualTo(filing.order(order).patientId());
            assertThat(session.bedName()).isEqualTo(name);
            assertThat(session.variant()).isEqualTo(PROCEDURE);
            assertThat(session.held()).isFalse();
        });
        assertThat(filing.order(order).state()).isEqualTo(Order.State.DONE);
        filing.awaitReport(recording.sessionId());
        assertThat(filing.audited(recording.id())).containsExactly("recording.unfiled done", "recording.file done");
        assertThat(page("/unfiled")).contains("data-session=\"" + recording.sessionId());
        assertThat(technician.asks().get("/unfiled/" + recording.id()).statusCode())
                .isEqualTo(404);
        assertThat(file(recording, order, "", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aLabelOfSomeoneElseStopsTheFiling() throws Exception {
        UUID order = given.unconfirmedOrder();
        ScriptedRecording recording = arrived(filing.claimOf(order));

        Response answer = file(recording, order, "SOMEONE-ELSE", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("not this patient");
        assertThat(sessions.find(recording.sessionId())).isEmpty();
        assertThat(filing.audited(recording.id())).containsExactly("recording.unfiled done", "recording.file refused");

        String right = filing.claimOf(order).patientNumber().toLowerCase(java.util.Locale.ROOT);
        assertThat(file(recording, order, right, "").statusCode()).isEqualTo(303);
    }

    @Test
    void numbersOfTwoPatientsAreShownAndFiledOnlyWithLabelAndReason() throws Exception {
        UUID mine = given.unconfirmedOrder();
        UUID others = given.unconfirmedOrder();
        String myNumber = filing.claimOf(mine).patientNumber();
        ScriptedRecording recording =
                arrived(new PatientClaim(filing.claimOf(others).orderNumber(), myNumber, "tester"));

        assertThat(candidates(recording))
                .doesNotContain("Both numbers match")
                .contains("The recording bears the order number "
                        + filing.claimOf(others).orderNumber())
                .contains("The recording bears the patient number " + myNumber);

        assertThat(file(recording, mine, "", "").asString()).contains("enter the patient");
        assertThat(file(recording, mine, myNumber, "sure").asString()).contains("at least 10 characters");
        assertThat(sessions.find(recording.sessionId())).isEmpty();

        String reason = "The slip of the bed bears this patient's name";
        assertThat(file(recording, mine, myNumber, reason).statusCode()).isEqualTo(303);
        assertThat(sessions.get(recording.sessionId()).orderId()).isEqualTo(mine);
        assertThat(filing.reasonOf(recording.id())).hasValue(reason);
        assertThat(filing.order(others).state()).isEqualTo(Order.State.OPEN);
    }

    @Test
    void anOrderThatNoNumberNamesCanBeLookedUp() throws Exception {
        UUID order = given.unconfirmedOrder();
        ScriptedRecording recording = arrived(new PatientClaim("NO-SUCH", "", "tester"));

        assertThat(candidates(recording)).contains("No open order bears one of these numbers");

        String number = filing.claimOf(order).orderNumber();
        assertThat(page("/unfiled/" + recording.id() + "?order=" + number))
                .contains("data-order=\"" + number)
                .contains("The recording bears the order number NO-SUCH");
    }

    @Test
    void anOrderThatHoldsABedOrIsDoneTakesNoOther() throws Exception {
        UUID order = given.unconfirmedOrder();
        ScriptedRecording recording = arrived(filing.claimOf(order));
        filing.change("update clinic_order set state = 'CANCELLED' where id = :id", java.util.Map.of("id", order));

        assertThat(file(recording, order, "", "").statusCode()).isEqualTo(409);
        assertThat(sessions.find(recording.sessionId())).isEmpty();
    }

    @Test
    void whatNamesASessionOfTheServerIsNoOfflineRecording() throws Exception {
        agent = bed.agent();
        UUID session = bed.started(agent);
        agent.close();

        agent = new WireAgent(agents.port());
        agent.send(WireAgent.hello(
                name, BedInTest.SECRET, new SpooledRecording(UUID.randomUUID(), session, 3, true, true)));

        assertThat(agent.await(Welcome.class).durable()).isEmpty();
    }

    @Test
    void thePagesSpeakChinese() throws Exception {
        ScriptedRecording recording = arrived(new PatientClaim("", "", ""));

        for (String path : java.util.List.of("/unfiled", "/unfiled/" + recording.id())) {
            String text = technician
                    .asks()
                    .header("Accept-Language", "zh-CN")
                    .get(path)
                    .asString();
            assertThat(text).contains("待归档").doesNotContain("Unfiled");
        }
    }

    private Response file(ScriptedRecording recording, UUID order, String scanned, String reason) {
        return technician
                .sends()
                .formParam("order", order.toString())
                .formParam("scanned", scanned)
                .formParam("reason", reason)
                .post("/unfiled/" + recording.id() + "/file");
    }

    private String candidates(ScriptedRecording recording) {
        return page("/unfiled/" + recording.id());
    }

    private String page(String path) {
        Response answer = technician.asks().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        // Sentences are compared as a reader sees them.
        return Pattern.compile("&#39;").matcher(answer.asString()).replaceAll("'");
    }
}
