package org.neuroward.clinic.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.web.Visitor;

@QuarkusTest
class WorklistTest {
    @Inject
    Orders orders;

    @Inject
    Patients patients;

    @Test
    void urgentOrdersStandFirst() {
        List<WorklistLine> lines = orders.worklist("DEMO-000");

        assertThat(lines.getFirst().order().urgent()).isTrue();
        assertThat(lines.stream().skip(1).map(line -> line.order().scheduledAt()))
                .isSorted();
    }

    @Test
    void theSearchFindsNamesAndNumbersAndTakesWildcardsLiterally() {
        assertThat(orders.worklist("晓雨")).hasSize(1);
        assertThat(orders.worklist("alvarez")).hasSize(1);
        assertThat(orders.worklist("maria demo")).hasSize(1);
        assertThat(orders.worklist("demo-0004")).hasSize(1);
        assertThat(orders.worklist("%")).isEmpty();
        assertThat(orders.worklist("_")).isEmpty();
        assertThat(orders.worklist("'; drop table patient; --")).isEmpty();
    }

    @Test
    void namesAreShownAsTextWhateverTheyContain() {
        UUID id = newOrder("<script>alert(1)</script>", "\"onload=\"x");

        Visitor.signedInAs("tech")
                .asks()
                .get("/orders/" + id + "/confirm")
                .then()
                .statusCode(200)
                .body(not(containsString("<script>alert")))
                .body(containsString("&lt;script&gt;alert(1)"));
    }

    @Test
    void confirmingBothIdentifiersLeadsToTheBedAndIsKept() {
        UUID id = newOrder("Confirmed", "By Asking");
        Visitor technician = Visitor.signedInAs("tech");

        Response confirmed = technician
                .asks()
                .formParam("_csrf", technician.csrfToken())
                .formParam("scanned", "")
                .post("/orders/" + id + "/confirm");

        confirmed.then().statusCode(303).header("Location", endsWith("/orders/" + id + "/bed"));
        assertThat(orders.identityConfirmation(id))
                .hasValueSatisfying(kept -> assertThat(kept.method()).isEqualTo(IdentityConfirmation.Method.ASKED));
    }

    @Test
    void aScannedNumberOfSomeoneElseStopsTheWay() {
        UUID id = newOrder("Scanned", "Wrong");
        Visitor technician = Visitor.signedInAs("tech");

        technician
                .asks()
                .formParam("_csrf", technician.csrfToken())
                .formParam("scanned", "DEMO-0001")
                .post("/orders/" + id + "/confirm")
                .then()
                .statusCode(422)
                .body(containsString("not this patient"));

        assertThat(orders.identityConfirmation(id)).isEmpty();
    }

    @Test
    void anUnknownPatientOrOrderIsOneSentenceInTheReadersLanguage() {
        Visitor technician = Visitor.signedInAs("tech");

        for (String path : List.of("/patients/" + UUID.randomUUID(), "/orders/" + UUID.randomUUID() + "/confirm")) {
            technician
                    .asks()
                    .header("Accept-Language", "zh-CN")
                    .get(path)
                    .then()
                    .statusCode(404)
                    .body(containsString("没有该患者或申请单"))
                    .body(not(containsString("Exception")));
        }
        technician.asks().get("/patients/not-an-id").then().statusCode(404);
    }

    @Test
    void anOrderThatIsDoneLeavesTheWorklistAndCannotBeginAgain() {
        UUID id = newOrder("Done", "Already");

        orders.complete(id);

        assertThat(orders.worklist("Already")).isEmpty();
        Visitor.signedInAs("tech")
                .asks()
                .get("/orders/" + id + "/confirm")
                .then()
                .statusCode(409);
    }

    private UUID newOrder(String familyName, String givenName) {
        Patient patient = new Patient(
                UUID.randomUUID(),
                "TEST-" + UUID.randomUUID(),
                familyName,
                givenName,
                LocalDate.of(1990, 1, 1),
                Sex.UNKNOWN,
                true);
        patients.add(patient);
        UUID id = UUID.randomUUID();
        orders.add(new Order(
                id, "TEST-" + id, patient.id(), "resting-eeg", "test", "test", Instant.now(), false, Order.State.OPEN));
        return id;
    }
}
