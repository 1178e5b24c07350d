package org.neuroward.clinic.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.audit.PatientNumbers;

@QuarkusTest
class MetricsTest {
    @Inject
    PatientNumbers patients;

    @Test
    void metricsNameRoutesAndNeverPatients() {
        UUID patient = patients.idOf("DEMO-0001").orElseThrow();
        Visitor reviewer = Visitor.signedInAs("review");
        reviewer.asks().get("/patients/" + patient).then().statusCode(200);
        Visitor.signedInAs("tech")
                .asks()
                .queryParam("q", "晓雨")
                .get("/worklist")
                .then()
                .statusCode(200);

        String metrics = given().get("/q/metrics").asString();

        assertThat(metrics)
                .contains("/patients/{id}")
                .doesNotContain(patient.toString())
                .doesNotContain("晓雨")
                .doesNotContain("DEMO-0001");
    }
}
