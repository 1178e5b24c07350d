package org.neuroward.clinic.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.drill.RunningClinic;

/**
 * The whole way in a real browser: a technician records a real recording at the bed, a reviewer signs the report, an
 * administrator finds it. The signed figures are held against an independent program's (SciPy; see the fixture).
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeWayIT {

    private static final String SPEED = "30";

    /** Same definitions, other order of summation: the fixture states 1e-6. */
    private static final double POWER_TOLERANCE = 1e-6;

    private static final double HERTZ_TOLERANCE = 1e-6;
    private static final double PATIENCE_MILLIS = Duration.ofSeconds(90).toMillis();

    @TempDir
    static Path dataFolder;

    private static RunningClinic clinic;
    private static Browser browser;

    @BeforeAll
    static void startClinic() throws IOException, InterruptedException {
        Path recording =
                Path.of(System.getProperty("neuroward.shared", "../../shared")).resolve("data/depression/H_S03_EC.edf");
        assumeTrue(Files.exists(recording), "skipped: there is no recording at " + recording);
        Optional<Path> chromium = Browser.findChromium();
        assumeTrue(chromium.isPresent(), "skipped: there is no Chromium on this machine");
        clinic = RunningClinic.start(dataFolder, "--recording", recording.toString(), "--speed", SPEED);
        browser = Browser.launch(chromium.get(), clinic.address());
    }

    @AfterAll
    static void stopClinic() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
        if (clinic != null) {
            clinic.close();
        }
    }

    @Test
    @Order(1)
    void technicianRecordsInFiveClicksAndSeesTheReportDrafted() {
        try (Browser.Person technician = browser.signIn("tech", "demo-tech", "en")) {
            var page = technician.page;
            technician.look("technician-worklist");

            page.locator("a.row-link").first().click();
            technician.look("technician-confirm");
            page.getByTestId("confirm-identity").click();
            technician.look("technician-beds");
            page.getByTestId("variant-eyes-closed").check();
            page.getByTestId("prepare").click();
            assertThat(page.getByTestId("start")).isEnabled(patiently());
            page.waitForTimeout(1500);
            technician.look("technician-prepared");
            assertThat(page.getByTestId("electrode-map")).isVisible();

            page.getByTestId("start").click();
            assertThat(page.getByTestId("instruction")).containsText("Close your eyes", contains());
            page.keyboard().press("Space");
            technician.look("technician-recording");

            assertThat(page.getByTestId("link-report")
                            .or(page.getByTestId("progress-done"))
                            .first())
                    .isVisible(visible());
            technician.look("technician-ended");
            technician.expectNoComplaints();
        }
    }

    @Test
    @Order(2)
    void reviewerReadsEditsAndSignsWhatAnIndependentProgramConfirms() throws IOException {
        try (Browser.Person reviewer = browser.signIn("review", "demo-review", "en")) {
            var page = reviewer.page;
            reviewer.look("reviewer-list");
            page.getByTestId("report-link").first().click();
            reviewer.look("reviewer-draft");
            assertThat(page.getByTestId("not-reviewed-mark").first()).isVisible();

            page.getByTestId("impression-editor")
                    .fill("Posterior alpha rhythm present. No follow-up from this recording.");
            page.getByTestId("impression-save").click();
            page.getByTestId("sign-open").click();
            page.getByTestId("sign-password").fill("wrong");
            page.getByTestId("sign-confirm").click();
            assertThat(page.getByTestId("sign-problem")).isVisible();
            page.getByTestId("sign-password").fill("demo-review");
            page.getByTestId("sign-confirm").click();

            assertThat(page.getByTestId("signature-block")).isVisible(visible());
            reviewer.look("reviewer-signed");
            compareWithReference(page);
            checkPdf(reviewer, "pdf-en");
            checkPdf(reviewer, "pdf-zh");
            checkFhir(reviewer);
            reviewer.expectNoComplaintsBut("422"); // the wrong password
        }
    }

    @Test
    @Order(3)
    void administratorFindsReportAndWhoDidWhat() {
        try (Browser.Person administrator = browser.signIn("admin", "demo-admin", "en")) {
            var page = administrator.page;
            page.navigate("/reports");
            administrator.look("administrator-reports");
            assertThat(page.getByTestId("report-state").first()).hasAttribute("data-state", "final");
            page.navigate("/audit");
            administrator.look("administrator-audit");
            for (String act :
                    List.of("report signed", "impression edited", "session started", "patient read", "sign in")) {
                assertThat(page.locator("main")).containsText(act);
            }
            administrator.expectNoComplaints();
        }
    }

    @Test
    @Order(4)
    void theSamePagesSpeakChinese() {
        try (Browser.Person technician = browser.signIn("tech", "demo-tech", "zh")) {
            technician.look("zh-technician-worklist");
            assertThat(technician.page.locator("html")).hasAttribute("lang", "zh-CN");
        }
        try (Browser.Person reviewer = browser.signIn("review", "demo-review", "zh")) {
            reviewer.look("zh-reviewer-list");
            reviewer.page.getByTestId("report-link").first().click();
            reviewer.look("zh-reviewer-signed");
        }
        try (Browser.Person administrator = browser.signIn("admin", "demo-admin", "zh")) {
            administrator.page.navigate("/audit");
            administrator.look("zh-administrator-audit");
        }
    }

    /** Every band power of every channel, the alpha frequency and the seconds used, as the signed page shows them. */
    private static void compareWithReference(Page page) throws IOException {
        JsonNode reference = new ObjectMapper()
                .readTree(Path.of("../protocols/src/test/resources/reference/H_S03_EC.resting.json")
                        .toFile());
        int compared = 0;
        for (Map.Entry<String, JsonNode> channel : reference.get("channels").properties()) {
            for (String kind : List.of("absolute", "relative")) {
                for (String band : List.of("delta", "theta", "alpha", "beta", "gamma")) {
                    double expected = channel.getValue().get(kind).get(band).asDouble();
                    String code = "band-power." + band + "." + kind;
                    assertThat(shown(page, code, channel.getKey()))
                            .isCloseTo(expected, within(expected * POWER_TOLERANCE));
                    compared++;
                }
            }
        }
        JsonNode iaf = reference.get("iaf");
        assertThat(shown(page, "iaf.peak", "posterior"))
                .isCloseTo(iaf.get("peakHertz").asDouble(), within(HERTZ_TOLERANCE));
        assertThat(shown(page, "iaf.centre-of-gravity", "posterior"))
                .isCloseTo(iaf.get("centreOfGravityHertz").asDouble(), within(HERTZ_TOLERANCE));
        assertThat(compared).isEqualTo(19 * 10);
    }

    private static double shown(Page page, String code, String place) {
        return Double.parseDouble(page.getByTestId("value-" + code + "-eyes-closed-" + place)
                .first()
                .getAttribute("data-value"));
    }

    private static void checkPdf(Browser.Person reviewer, String link) throws IOException {
        APIResponse pdf = reviewer.page
                .request()
                .get(reviewer.page.getByTestId(link).first().getAttribute("href"));
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.headers().get("content-type")).startsWith("application/pdf");
        Files.write(Path.of("target", "screenshots", link + ".pdf"), pdf.body());
        assertThat(new String(pdf.body(), 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
    }

    private static void checkFhir(Browser.Person reviewer) throws IOException {
        APIResponse fhir = reviewer.page
                .request()
                .get(reviewer.page.getByTestId("fhir-link").first().getAttribute("href"));
        JsonNode bundle = new ObjectMapper().readTree(fhir.body());
        assertThat(bundle.findValuesAsText("resourceType")).contains("Bundle", "DiagnosticReport", "Observation");
    }

    private static LocatorAssertions.IsEnabledOptions patiently() {
        return new LocatorAssertions.IsEnabledOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.IsVisibleOptions visible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions()
                .setTimeout(PATIENCE_MILLIS)
                .setIgnoreCase(true);
    }
}
