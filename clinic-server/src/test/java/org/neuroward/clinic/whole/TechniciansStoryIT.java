package org.neuroward.clinic.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.drill.RunningClinic;
import org.neuroward.edf.EdfRecording;
import org.neuroward.signal.Annotation;
import org.neuroward.signal.Gap;

/**
 * A technician's bad day in a real browser, with server and agent as real processes: the amplifier's plug is pulled and put
 * back, the server is killed and started again, and the recording is finished as if nothing had happened, but for one gap.
 */
class TechniciansStoryIT {

    /** The simulated patient at four times his speed; in the recording, the plug is out from second 20 to second 60. */
    private static final String SPEED = "4";

    private static final String FAULT = "unplug=40s@20s";
    private static final double PLUG_OUT_SECONDS = 20;
    private static final double PLUG_AWAY_SECONDS = 40;
    private static final double PATIENCE_MILLIS = Duration.ofSeconds(60).toMillis();

    @TempDir
    Path folder;

    @Test
    void unpluggedRepluggedServerRestartedAndFinished() throws Exception {
        Optional<Path> chromium = Browser.findChromium();
        assumeTrue(chromium.isPresent(), "skipped: there is no Chromium on this machine");
        try (RunningClinic clinic = RunningClinic.start(
                        folder, "--speed", SPEED, "--seed", "7", "--faults", FAULT, "--local-port", "0");
                Browser browser = Browser.launch(chromium.get(), clinic.address());
                Browser.Person technician = browser.signIn("tech", "demo-tech", "en")) {
            Page page = technician.page;
            begin(page);
            plugIsPulledAndPutBack(technician);
            serverIsKilledAndStarted(clinic, technician);
            String report = finish(technician);
            requireTheOneGap(clinic);
            technician.expectNoComplaintsBut("ERR_CONNECTION_REFUSED", "WebSocket", "503");
            draftListsTheGap(browser, report);
        }
    }

    private static void begin(Page page) {
        page.locator("a.row-link").first().click();
        page.getByTestId("confirm-identity").click();
        page.getByTestId("variant-eyes-closed").check();
        page.getByTestId("prepare").click();
        assertThat(page.getByTestId("start")).isEnabled(enabled());
        page.getByTestId("start").click();
        assertThat(page.getByTestId("state")).hasAttribute("data-state", "recording", attribute());
        assertThat(page.getByTestId("no-gaps")).isVisible();
        assertThat(page.getByTestId("sign-clock")).containsText("ms", text());
    }

    private static void plugIsPulledAndPutBack(Browser.Person technician) {
        Page page = technician.page;

        assertThat(page.getByTestId("trouble-device-absent")).isVisible(visible());
        assertThat(page.getByTestId("alarm")).containsText("Amplifier missing");
        assertThat(page.getByTestId("alarms")).hasAttribute("data-sound", "sounding", attribute());
        technician.look("story-unplugged");
        page.getByTestId("silence").click();
        assertThat(page.getByTestId("alarms")).hasAttribute("data-sound", "silenced");
        assertThat(page.getByTestId("silenced")).containsText(Pattern.compile("[12]:[0-5]\\d"));

        assertThat(page.getByTestId("trouble-device-absent")).isHidden(hidden());
        assertThat(page.getByTestId("alarm-over")).containsText("Amplifier missing", text());
        Locator gap = page.getByTestId("gaps-table").locator("tbody tr");
        assertThat(gap).hasCount(1, count());
        assertThat(gap).containsText("0:20");
        assertThat(gap).containsText("amplifier was away");
        assertThat(page.getByTestId("state")).hasAttribute("data-state", "recording");
    }

    private static void serverIsKilledAndStarted(RunningClinic clinic, Browser.Person technician)
            throws IOException, InterruptedException {
        Page page = technician.page;
        clinic.killServer();
        assertThat(page.getByTestId("trouble-server-lost")).isVisible(visible());
        assertThat(page.getByTestId("trouble-server-lost")).containsText("the bed keeps recording");
        technician.look("story-server-lost");

        clinic.startServer();

        assertThat(page.getByTestId("trouble-server-lost")).isHidden(hidden());
        assertThat(page.getByTestId("state")).hasAttribute("data-state", "recording", attribute());
        assertThat(page.getByTestId("gaps-table").locator("tbody tr")).hasCount(1, count());
    }

    /** Returns the address of the draft report. */
    private static String finish(Browser.Person technician) {
        Page page = technician.page;
        page.keyboard().press("Space");
        page.getByTestId("stop").click();
        page.getByTestId("stop-confirm").click();
        assertThat(page.getByTestId("link-report")).isVisible(visible());
        assertThat(page.getByTestId("gaps-table")).containsText("amplifier was away");
        return page.getByTestId("link-report").getAttribute("href");
    }

    /** The sealed file has the gap where and as long as the plug was out, with its cause, and no other. */
    private static void requireTheOneGap(RunningClinic clinic) throws IOException {
        Path sealed;
        try (var files = Files.list(clinic.dataFolder().resolve("recordings/sealed"))) {
            sealed = files.filter(file -> file.toString().endsWith(".bdf"))
                    .findFirst()
                    .orElseThrow();
        }
        try (EdfRecording recording = EdfRecording.open(sealed)) {
            double hertz = recording.channels().getFirst().rate().hertz();
            for (int channel = 0; channel < recording.channels().size(); channel++) {
                assertThat(recording.gaps(channel)).containsExactly(new Gap((long) (PLUG_OUT_SECONDS * hertz), (long)
                        (PLUG_AWAY_SECONDS * hertz)));
            }
            assertThat(recording.annotations())
                    .extracting(Annotation::text)
                    .containsOnlyOnce("Gap: RECONNECTED, " + (long) (PLUG_AWAY_SECONDS * hertz) + " samples");
        }
    }

    private static void draftListsTheGap(Browser browser, String report) {
        try (Browser.Person reviewer = browser.signIn("review", "demo-review", "en")) {
            reviewer.page.navigate(report);
            Locator gaps = reviewer.page
                    .locator("table")
                    .filter(new Locator.FilterOptions().setHasText("Missing in the recording"));
            assertThat(gaps.first()).containsText("amplifier was away");
            reviewer.look("story-draft");
        }
    }

    private static LocatorAssertions.IsEnabledOptions enabled() {
        return new LocatorAssertions.IsEnabledOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.IsVisibleOptions visible() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.IsHiddenOptions hidden() {
        return new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.HasAttributeOptions attribute() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.ContainsTextOptions text() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.HasCountOptions count() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MILLIS);
    }
}
