package org.neuroward.clinic.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neuroward.clinic.ingest.AgentsPort;
import org.neuroward.clinic.ingest.ScriptedRecording;
import org.neuroward.clinic.ingest.SessionAtBed;
import org.neuroward.clinic.ingest.WireAgent;
import org.neuroward.clinic.record.Order;
import org.neuroward.clinic.session.BedInTest;
import org.neuroward.clinic.session.Sessions;
import org.neuroward.clinic.web.Visitor;
import org.neuroward.wire.FromAgent.FrameMessage;
import org.neuroward.wire.FromServer.Sealed;
import org.neuroward.wire.PatientClaim;

/** Order, worklist, bedside confirmation and recording must bear one identity, else nothing is scored or reported. */
@QuarkusTest
class WrongPatientTest {

    @Inject
    BedInTest given;

    @Inject
    FilingInTest filing;

    @Inject
    IdentityGuard guard;

    @Inject
    AgentsPort agents;

    @Inject
    Sessions sessions;

    @TestHTTPResource
    URI address;

    private final String name = "guard-" + UUID.randomUUID();
    private Visitor technician;
    private SessionAtBed bed;
    private WireAgent agent;

    @BeforeEach
    void enrol() throws InterruptedException {
        technician = Visitor.signedInAs("tech");
        bed = new SessionAtBed(given, agents.port(), address, name);
        agent = bed.agent();
    }

    @AfterEach
    void leave() {
        agent.close();
    }

    @Test
    void theStartCarriesWhoseTheRecordingIsAsNumbers() throws Exception {
        UUID session = bed.started(agent);
        UUID order = sessions.get(session).orderId();

        PatientClaim claim = bed.lastStart().claim().orElseThrow();

        assertThat(claim.orderNumber()).isEqualTo(filing.claimOf(order).orderNumber());
        assertThat(claim.patientNumber()).isEqualTo(filing.claimOf(order).patientNumber());
        assertThat(claim.confirmedBy()).isEqualTo(name);
    }

    @Test
    void whatFitsGoesItsWayWithoutAnyone() throws Exception {
        UUID session = bed.started(agent);
        ScriptedRecording recording = recorded(
                new ScriptedRecording(session).bearing(bed.lastStart().claim().orElseThrow()));

        filing.awaitReport(session);
        assertThat(filing.order(sessions.get(session).orderId()).state()).isEqualTo(Order.State.DONE);
        assertThat(filing.audited(recording.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotFitIsKeptHeldShownAndAudited(Difference difference) throws Exception {
        UUID session = bed.started(agent);
        UUID order = sessions.get(session).orderId();
        ScriptedRecording recording = recorded(behind(difference, session, order));

        assertThat(guard.clears(recording.id())).isFalse();
        assertThat(filing.hasScoringJob(recording.id())).isFalse();
        assertThat(filing.hasReport(session)).isFalse();
        assertThat(sessions.get(session).held()).isTrue();
        assertThat(filing.order(order).state()).isNotEqualTo(Order.State.DONE);
        assertThat(filing.audited(recording.id())).containsExactly("recording.hold refused");
        String page = technician.asks().get("/unfiled/" + recording.id()).asString();
        assertThat(page).contains("data-difference=\"" + difference + "\"").doesNotContain("NOT_FOUND");
    }

    /** Does what makes the difference, and gives the recording that the bed makes. */
    private ScriptedRecording behind(Difference difference, UUID session, UUID order) throws Exception {
        PatientClaim claim = bed.lastStart().claim().orElseThrow();
        ScriptedRecording recording = new ScriptedRecording(session);
        switch (difference) {
            case CLAIM_MISSING -> {
                return recording;
            }
            case ORDER_DIFFERS -> claim = new PatientClaim("ANOTHER-ORDER", claim.patientNumber(), claim.confirmedBy());
            case PATIENT_DIFFERS ->
                claim = new PatientClaim(claim.orderNumber(), "ANOTHER-PATIENT", claim.confirmedBy());
            case ORDER_MOVED ->
                filing.change(
                        "update clinic_order set patient_id = :patient where id = :id",
                        Map.of(
                                "id",
                                order,
                                "patient",
                                filing.order(given.unconfirmedOrder()).patientId()));
            case ORDER_WITHDRAWN ->
                filing.change("update clinic_order set state = 'CANCELLED' where id = :id", Map.of("id", order));
            case CONFIRMATION_MISSING ->
                filing.change("delete from identity_confirmation where order_id = :id", Map.of("id", order));
            case CONFIRMATION_OLD ->
                filing.change(
                        "update identity_confirmation set confirmed_at = confirmed_at - interval '721 minutes'"
                                + " where order_id = :id",
                        Map.of("id", order));
            case OTHER_BED -> {
                agent.close();
                agent = bed.movedTo(name + "-elsewhere");
            }
            case SESSION_OVER ->
                filing.change(
                        "update session set state = 'CANCELLED', ended_at = now() where id = :id",
                        Map.of("id", session));
        }
        return recording.bearing(claim);
    }

    private ScriptedRecording recorded(ScriptedRecording recording) throws InterruptedException {
        agent.send(FrameMessage.of(recording.description()))
                .send(FrameMessage.of(recording.samples()))
                .send(FrameMessage.of(recording.end()));
        assertThat(agent.await(Sealed.class).recordingId()).isEqualTo(recording.id());
        filing.awaitSealed(recording.id());
        return recording;
    }

    @Test
    void aPersonWhoHasLookedLetsItGoOn() throws Exception {
        UUID session = bed.started(agent);
        UUID order = sessions.get(session).orderId();
        ScriptedRecording recording = recorded(behind(Difference.ORDER_DIFFERS, session, order));

        Response answer = file(recording, order, "The number on the slip was misread");

        assertThat(answer.statusCode()).isEqualTo(303);
        filing.awaitReport(session);
        assertThat(filing.order(order).state()).isEqualTo(Order.State.DONE);
        assertThat(sessions.get(session).held()).isFalse();
        assertThat(filing.audited(recording.id())).containsExactly("recording.hold refused", "recording.file done");
    }

    @Test
    void aRecordingOfAnotherOrderGoesToThatOneAndLeavesItsOwnOpen() throws Exception {
        UUID session = bed.started(agent);
        UUID own = sessions.get(session).orderId();
        UUID meant = given.unconfirmedOrder();
        ScriptedRecording recording = recorded(new ScriptedRecording(session).bearing(filing.claimOf(meant)));

        assertThat(file(recording, meant, "The other patient lay there").statusCode())
                .isEqualTo(303);

        filing.awaitReport(session);
        assertThat(sessions.get(session).patientId())
                .isEqualTo(filing.order(meant).patientId());
        assertThat(filing.order(meant).state()).isEqualTo(Order.State.DONE);
        assertThat(filing.order(own).state()).isEqualTo(Order.State.OPEN);
    }

    @Test
    void aPatientWhoWasMergedAfterTheRecordingIsNoticedBeforeTheNextStep() throws Exception {
        UUID session = bed.started(agent);
        UUID patient = sessions.get(session).patientId();
        ScriptedRecording recording = recorded(
                new ScriptedRecording(session).bearing(bed.lastStart().claim().orElseThrow()));
        filing.awaitReport(session);
        assertThat(guard.clears(recording.id())).isTrue();

        filing.change(
                "update patient set record_number = :number where id = :id",
                Map.of("id", patient, "number", "MERGED-" + patient));

        assertThat(guard.clears(recording.id())).isFalse();
        assertThat(technician.asks().get("/unfiled/" + recording.id()).asString())
                .contains("PATIENT_DIFFERS", "MERGED-" + patient);
    }

    private Response file(ScriptedRecording recording, UUID order, String reason) {
        return technician
                .sends()
                .formParam("order", order.toString())
                .formParam("scanned", filing.claimOf(order).patientNumber())
                .formParam("reason", reason)
                .post("/unfiled/" + recording.id() + "/file");
    }
}
