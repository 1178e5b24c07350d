package org.neuroward.clinic.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsEnabledOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neuroward.drill.RunningClinic;
import org.neuroward.edf.EdfRecording;
import org.neuroward.signal.Annotation;

/** A technician measures the contacts in a real browser, with a simulated amplifier, and what was measured lies in the file. */
class ImpedancesAtTheBedIT {

    private static final double PATIENCE_MILLIS = Duration.ofSeconds(90).toMillis();

    @TempDir
    Path dataFolder;

    @Test
    void theTechnicianSeesTheWorstContactFirstAndTheRecordingKeepsThemAll() throws Exception {
        Optional<Path> chromium = Browser.findChromium();
        assumeTrue(chromium.isPresent(), "skipped: there is no Chromium on this machine");
        try (RunningClinic clinic = RunningClinic.start(dataFolder, "--speed", "10", "--seed", "7");
                Browser browser = Browser.launch(chromium.get(), clinic.address());
                Browser.Person technician = browser.signIn("tech", "demo-tech", "zh")) {
            var page = technician.page;
            page.locator("a.row-link").first().click();
            page.getByTestId("confirm-identity").click();
            page.getByTestId("prepare").click();
            assertThat(page.getByTestId("start")).isEnabled(new IsEnabledOptions().setTimeout(PATIENCE_MILLIS));

            page.getByTestId("impedance-open").click();
            page.getByTestId("impedance-measure").click();
            assertThat(page.locator("[data-testid=impedance-table] tbody tr"))
                    .hasCount(21, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(page.getByTestId("impedance-map").locator(".contact")).hasCount(21);
            assertThat(page.getByTestId("impedance-note")).containsText("模拟数值");
            // The electrode that stays poor for cups is good enough for sponges.
            assertThat(page.locator(".contact-row-poor").first()).isVisible();
            page.getByTestId("impedance-cap").selectOption("sponge");
            assertThat(page.locator(".contact-row-poor")).hasCount(0);
            technician.look("technician-impedances-zh");
            page.getByTestId("impedance-close").click();
            page.getByTestId("impedance-open").click();
            assertThat(page.getByTestId("impedance-measure")).hasAttribute("aria-pressed", "false");
            page.getByTestId("impedance-close").click();

            page.getByTestId("start").click();
            assertThat(page.getByTestId("state"))
                    .hasAttribute("data-state", "recording", new HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
            page.getByTestId("stop").click();
            page.getByTestId("stop-confirm").click();
            assertThat(page.getByTestId("progress")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(remarksOf(awaitSealed(technician)))
                    .anyMatch(text -> text.startsWith("Impedance (simulated) kOhm: "));
            technician.expectNoComplaints();
        }
    }

    private Path awaitSealed(Browser.Person technician) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            try (Stream<Path> files = Files.walk(dataFolder)) {
                Optional<Path> sealed = files.filter(file -> file.toString().contains("sealed")
                                && file.toString().endsWith(".bdf"))
                        .findFirst();
                if (sealed.isPresent()) {
                    return sealed.get();
                }
            }
            technician.page.waitForTimeout(200);
        }
        throw new AssertionError("no recording was sealed in " + dataFolder);
    }

    private static List<String> remarksOf(Path sealed) throws IOException {
        try (EdfRecording recording = EdfRecording.open(sealed)) {
            return recording.annotations().stream().map(Annotation::text).toList();
        }
    }
}
