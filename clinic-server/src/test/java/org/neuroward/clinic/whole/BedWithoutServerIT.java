package org.neuroward.clinic.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.drill.RunningClinic;

/**
 * The server is killed; a technician starts, marks and ends a recording on the bedside computer's own page, and sees the
 * amplifier unplugged there. The server comes back, the recording goes to it, and a person files it: its report is drafted.
 */
class BedWithoutServerIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PORT = Pattern.compile("port=(\\d+)");
    private static final double PATIENCE_MILLIS = Duration.ofSeconds(60).toMillis();
    private static final String ORDER = "DEMO-0001-1";
    private static final String PATIENT = "DEMO-0001";

    /** The plan lasts 120 s; what is unplugged then costs none of it. At this speed it is 2 s of the technician's time. */
    private static final String UNPLUGGED = "unplug=60s@200s,seed=1";

    @TempDir
    Path folder;

    @Test
    void aSessionIsRecordedAtTheBedAndFiledByAPerson() throws Exception {
        Optional<Path> chromium = Browser.findChromium();
        assumeTrue(chromium.isPresent(), "skipped: there is no Chromium on this machine");
        try (RunningClinic clinic = RunningClinic.start(
                        folder, "--speed", "30", "--seed", "7", "--faults", UNPLUGGED, "--local-port", "0");
                Browser browser = Browser.launch(chromium.get(), clinic.address())) {
            URI bedside = bedsidePage(clinic);
            try (Browser.Person technician = browser.visit(bedside, "en")) {
                assertThat(technician.page.getByTestId("link")).hasAttribute("data-code", "online", attribute());
                clinic.killServer();
                recordWithoutServer(technician);
                lookInChinese(technician);
                clinic.startServer();
                assertThat(technician.page.getByTestId("link")).hasAttribute("data-code", "online", attribute());
                technician.expectNoComplaintsBut("422"); // the numbers that differ
            }
            String session = file(browser);
            requireReport(browser, session);
        }
    }

    /** Where the agent says that its page is. */
    private static URI bedsidePage(RunningClinic clinic) throws IOException, InterruptedException {
        Path file = clinic.agentFolder(1).resolve("bedside-page");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).as("the agent opens its page in time").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        Matcher port = PORT.matcher(Files.readString(file));
        assertThat(port.find()).isTrue();
        return URI.create("http://127.0.0.1:" + port.group(1) + "/");
    }

    private static void recordWithoutServer(Browser.Person technician) {
        Page page = technician.page;
        assertThat(page.getByTestId("link")).hasAttribute("data-code", "buffering", attribute());
        technician.look("bed-server-away");
        page.getByTestId("show").click();
        assertThat(page.getByTestId("device")).hasAttribute("data-code", "STREAMING", attribute());
        assertThat(page.getByTestId("trace")).isVisible();

        // A scanner types a number and Enter; the second one is of somebody else.
        for (String number : new String[] {ORDER, ORDER, PATIENT, "DEMO-0002"}) {
            if (number.equals(ORDER) && page.getByTestId("order").inputValue().isEmpty()) {
                page.getByTestId("order").focus();
            }
            page.keyboard().type(number);
            page.keyboard().press("Enter");
        }
        page.getByTestId("procedure").selectOption("resting-eeg/short");
        page.getByTestId("by").fill("tech");
        page.getByTestId("asked").check();
        page.getByTestId("start").click();
        assertThat(page.getByTestId("said")).containsText("The two patient numbers differ");
        technician.look("bed-numbers-differ");
        page.getByTestId("patient-again").fill(PATIENT);
        page.getByTestId("start").click();

        assertThat(page.getByTestId("activity")).hasText("Recording without the server", text());
        assertThat(page.getByTestId("claim")).containsText(ORDER);
        page.getByTestId("activity").click();
        page.keyboard().press("Space");
        assertThat(page.getByTestId("said")).hasText("Marked: Marker");
        technician.look("bed-recording");

        assertThat(page.getByTestId("alarm")).isVisible(visible());
        assertThat(page.getByTestId("alarm")).containsText("The amplifier is gone");
        technician.look("bed-unplugged");
        assertThat(page.getByTestId("alarm")).isHidden(hidden());
        assertThat(page.getByTestId("losses")).containsText("gaps: 1", contains());
        assertThat(page.getByTestId("block")).containsText("All blocks are done", contains());

        page.getByTestId("stop").click();
        page.getByTestId("stop-confirm").click();
        assertThat(page.getByTestId("marks")).isHidden(hidden());
    }

    private static void lookInChinese(Browser.Person technician) {
        technician.page.getByTestId("lang-zh").click();
        assertThat(technician.page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(technician.page.getByTestId("link")).hasAttribute("data-code", "buffering", attribute());
        technician.look("zh-bed-server-away");
    }

    /** @return the id that the bed gave the session */
    private static String file(Browser browser) {
        try (Browser.Person technician = browser.signIn("tech", "demo-tech", "en")) {
            Page page = technician.page;
            awaitSealed(page);
            page.navigate("/worklist");
            assertThat(page.getByTestId("unfiled-notice")).containsText("1 recordings wait");
            page.getByTestId("unfiled-notice").locator("a").click();
            technician.look("unfiled-list");
            lookAtUnfiledInChinese(browser);
            page.getByTestId("unfiled-link").click();
            assertThat(page.getByTestId("both-match")).isVisible();
            technician.look("unfiled-recording");

            page.getByTestId("scanned").fill("DEMO-0002");
            page.getByTestId("file").click();
            assertThat(page.getByTestId("filing-problem")).containsText("not this patient's");
            page.getByTestId("scanned").fill(PATIENT);
            page.getByTestId("file").click();

            assertThat(page.getByTestId("unfiled-empty")).isVisible();
            technician.look("unfiled-filed");
            technician.expectNoComplaintsBut("422"); // the wrong number
            return page.locator("[data-testid=filed-list] tr[data-session]")
                    .first()
                    .getAttribute("data-session");
        }
    }

    private static void awaitSealed(Page page) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        do {
            assertThat(System.nanoTime()).as("the recording is sealed in time").isLessThan(deadline);
            page.navigate("/unfiled");
        } while (page.locator("[data-testid=unfiled-row] .badge.warn").count() == 0);
    }

    private static void lookAtUnfiledInChinese(Browser browser) {
        try (Browser.Person technician = browser.signIn("tech", "demo-tech", "zh")) {
            technician.page.navigate("/unfiled");
            technician.look("zh-unfiled-list");
            technician.page.getByTestId("unfiled-link").click();
            technician.look("zh-unfiled-recording");
        }
    }

    private static void requireReport(Browser browser, String session) throws IOException {
        try (Browser.Person reviewer = browser.signIn("review", "demo-review", "en")) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            JsonNode progress;
            do {
                assertThat(System.nanoTime())
                        .as("the report is drafted in time")
                        .isLessThan(deadline);
                progress = JSON.readTree(reviewer.page
                        .request()
                        .get("/api/sessions/" + session + "/progress")
                        .body());
            } while (progress.path("percent").asInt() < 100);
            assertThat(progress.path("stage").asText()).isEqualTo("done");

            reviewer.page.navigate("/reports/" + progress.path("reportId").asText());
            assertThat(reviewer.page.locator("main")).containsText(ORDER);
            reviewer.look("unfiled-report");
        }
    }

    private static LocatorAssertions.HasAttributeOptions attribute() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.HasTextOptions text() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.IsVisibleOptions visible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.IsHiddenOptions hidden() {
        return new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MILLIS);
    }
}
