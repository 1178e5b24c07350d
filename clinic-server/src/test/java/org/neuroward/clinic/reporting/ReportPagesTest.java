package org.neuroward.clinic.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neuroward.clinic.access.Role;
import org.neuroward.clinic.start.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReportPagesTest {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    @Inject
    Drafts drafts;

    @Inject
    StoredVisit visits;

    @Inject
    ReportStore store;

    /** A signed-in browser of one person. */
    private record Reader(StoredVisit.Account account, Map<String, String> cookies, String csrf) {

        RequestSpecification asks() {
            return given().redirects().follow(false).cookies(cookies).header("Accept-Language", "en");
        }

        RequestSpecification changes(Map<String, Object> body) {
            return asks().header("X-CSRF-Token", csrf)
                    .contentType(ContentType.JSON)
                    .body(body);
        }
    }

    private Reader reader(Role role) {
        StoredVisit.Account account = visits.account(role);
        Map<String, String> cookies = given().redirects()
                .follow(false)
                .formParam("username", account.username())
                .formParam("password", account.password())
                .post("/login")
                .then()
                .statusCode(303)
                .extract()
                .cookies();
        String page = given().cookies(cookies).get("/").asString();
        Matcher token = CSRF.matcher(page);
        return new Reader(account, cookies, token.find() ? token.group(1) : "");
    }

    @Test
    void aReviewerReadsWordsSignsAndHandsOutTheReport() throws Exception {
        UUID report = drafts.ready();
        Reader reviewer = reader(Role.REVIEWER);
        reviewer.asks()
                .get("/reports/" + report)
                .then()
                .statusCode(200)
                .body(containsString("data-testid=\"not-reviewed-mark\""))
                .body(containsString("data-testid=\"impression-editor\""))
                .body(not(containsString(" style=")))
                .body(not(containsString("data-testid=\"signature-block\"")));

        reviewer.changes(Map.of("revision", 1, "text", "Alpha of 9.75 Hz."))
                .post("/reports/" + report + "/impression")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("saved"))
                .body("revision", equalTo(2));
        reviewer.changes(Map.of("revision", 2, "text", "Alpha of 9.75 Hz.", "password", "wrong"))
                .post("/reports/" + report + "/sign")
                .then()
                .statusCode(422)
                .body("outcome", equalTo("wrong-password"))
                .body("sentence", containsString("Wrong password"));
        reviewer.changes(Map.of(
                        "revision",
                        2,
                        "text",
                        "Alpha of 9.75 Hz.",
                        "password",
                        reviewer.account().password()))
                .post("/reports/" + report + "/sign")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("signed"));

        reviewer.asks()
                .get("/reports/" + report)
                .then()
                .statusCode(200)
                .body(containsString("data-testid=\"signature-block\""))
                .body(containsString(reviewer.account().name()))
                .body(not(containsString("data-testid=\"impression-editor\"")));
        byte[] first = pdf(reviewer, report, "zh");
        assertThat(pdf(reviewer, report, "zh")).isEqualTo(first);
        assertThat(new String(first, 0, 5)).isEqualTo("%PDF-");
        assertThat(sha256(first))
                .isEqualTo(store.findIssued(report, ReportForm.PDF_ZH)
                        .orElseThrow()
                        .sha256());
        assertThat(pdf(reviewer, report, "en")).isNotEqualTo(first);
        reviewer.asks()
                .get("/reports/" + report + "/fhir")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/fhir+json"))
                .body("resourceType", equalTo("Bundle"));
    }

    @Test
    void aDraftIsIssuedInNoForm() {
        UUID report = drafts.ready();
        Reader reviewer = reader(Role.REVIEWER);

        reviewer.asks().get("/reports/" + report + "/pdf?lang=en").then().statusCode(409);
        reviewer.asks().get("/reports/" + report + "/fhir").then().statusCode(409);
    }

    @Test
    void whoWasSlowerIsToldSoInTheirOwnLanguage() {
        UUID report = drafts.ready();
        Reader fast = reader(Role.REVIEWER);
        Reader slow = reader(Role.REVIEWER);
        fast.changes(Map.of("revision", 1, "text", "First.")).post("/reports/" + report + "/impression");

        slow.changes(Map.of("revision", 1, "text", "Second."))
                .cookie("lang", "zh")
                .post("/reports/" + report + "/impression")
                .then()
                .statusCode(409)
                .body("outcome", equalTo("changed-meanwhile"))
                .body("sentence", containsString("更改了它"))
                .body("sentence", containsString(fast.account().name()));
    }

    @Test
    void aRefusedResultStillGivesAReportThatSaysWhy() {
        UUID report = drafts.refused();

        reader(Role.REVIEWER)
                .asks()
                .get("/reports/" + report)
                .then()
                .statusCode(200)
                .body(containsString("no numbers"))
                .body(containsString("data-testid=\"impression-editor\""));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "REVIEWER")
    void nobodyButAReviewerChangesADraft(Role role) {
        UUID report = drafts.ready();
        Reader reader = reader(role);

        reader.changes(Map.of("revision", 1, "text", "x"))
                .post("/reports/" + report + "/impression")
                .then()
                .statusCode(403);
        reader.changes(Map.of(
                        "revision", 1, "text", "x", "password", reader.account().password()))
                .post("/reports/" + report + "/sign")
                .then()
                .statusCode(403);
        assertThat(store.open(report).report().revision).isEqualTo(1);
    }

    @Test
    void theTechnicianReadsTheDraftWithItsMarkButCannotWriteInIt() {
        UUID report = drafts.ready();

        reader(Role.TECHNICIAN)
                .asks()
                .get("/reports/" + report)
                .then()
                .statusCode(200)
                .body(containsString("data-testid=\"not-reviewed-mark\""))
                .body(not(containsString("data-testid=\"impression-editor\"")));
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMINISTRATOR", "AUDITOR"})
    void whoDoesNotTreatPatientsOpensNoReport(Role role) {
        UUID report = drafts.ready();

        reader(role).asks().get("/reports/" + report).then().statusCode(403);
    }

    @Test
    void anAdministratorSeesTheListWithAgesButOpensNoReport() {
        UUID report = drafts.ready();
        Reader administrator = reader(Role.ADMINISTRATOR);

        administrator
                .asks()
                .get("/reports?state=draft")
                .then()
                .statusCode(200)
                .body(containsString("data-report=\"" + report + "\""))
                .body(containsString("data-testid=\"report-age\">1 min"))
                .body(not(containsString("href=\"/reports/" + report + "\"")));
        administrator.asks().get("/reports/" + report).then().statusCode(403);
    }

    @Test
    void theListCanBeFilteredByState() {
        UUID draft = drafts.ready();
        Reader reviewer = reader(Role.REVIEWER);

        reviewer.asks().get("/reports?state=draft").then().body(containsString(draft.toString()));
        reviewer.asks().get("/reports?state=final").then().body(not(containsString(draft.toString())));
        reviewer.asks().get("/reports?state=all&page=999").then().statusCode(200);
    }

    @Test
    void aSignedReportStandsInThePatientsRecord() {
        UUID report = drafts.ready();
        Reader reviewer = reader(Role.REVIEWER);
        UUID patient = store.open(report).report().patientId;
        reviewer.changes(Map.of(
                        "revision",
                        1,
                        "text",
                        "Words.",
                        "password",
                        reviewer.account().password()))
                .post("/reports/" + report + "/sign")
                .then()
                .statusCode(200);
        Reader technician = reader(Role.TECHNICIAN);

        technician
                .asks()
                .get("/patients/" + patient)
                .then()
                .statusCode(200)
                .body(containsString("data-testid=\"patient-report-row\""))
                .body(containsString("/reports/" + report + "/pdf?lang=zh"));
        technician.asks().get("/reports/" + report).then().statusCode(200).body(containsString("Words."));
    }

    @Test
    void anUnknownReportIsNotFound() {
        Reader reviewer = reader(Role.REVIEWER);

        reviewer.asks().get("/reports/" + UUID.randomUUID()).then().statusCode(404);
        reviewer.asks().get("/reports/nonsense").then().statusCode(404);
        reviewer.changes(Map.of("revision", 1, "text", "x"))
                .post("/reports/nonsense/impression")
                .then()
                .statusCode(404)
                .body("outcome", equalTo("report-unknown"));
    }

    @Test
    void progressTellsTheReportThatCameOfTheSession() {
        UUID report = drafts.ready();
        UUID session = store.open(report).report().sessionId;

        reader(Role.TECHNICIAN)
                .asks()
                .get("/api/sessions/" + session + "/progress")
                .then()
                .statusCode(200)
                .body("stage", equalTo("done"))
                .body("percent", equalTo(100))
                .body("reportId", equalTo(report.toString()));
    }

    private static byte[] pdf(Reader reader, UUID report, String language) {
        return reader.asks()
                .get("/reports/" + report + "/pdf?lang=" + language)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
