package org.neuroward.clinic.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One person's browser: Chromium, driven; pictures of what it showed go to {@code target/screenshots}. */
final class Browser implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Set<String> SEVERE = Set.of("serious", "critical");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final URI address;

    private Browser(Path executable, URI address) {
        this.address = address;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(FLAGS));
    }

    static Browser launch(Path executable, URI address) {
        return new Browser(executable, address);
    }

    static Optional<Path> findChromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A fresh browser profile, signed in as {@code username}; everything that goes wrong in its console is kept. */
    Person signIn(String username, String password, String language) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address.toString())
                .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
                .setViewportSize(1366, 768)
                .setColorScheme(ColorScheme.LIGHT)
                .setAcceptDownloads(true));
        Person person = new Person(context, context.newPage());
        person.page.navigate("/login");
        person.page.fill("input[name=username]", username);
        person.page.fill("input[name=password]", password);
        person.page.click("button.primary");
        return person;
    }

    /** A fresh browser profile on a page without a sign-in. */
    Person visit(URI page, String language) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(page.toString())
                .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
                .setViewportSize(1366, 768)
                .setColorScheme(ColorScheme.LIGHT));
        Person person = new Person(context, context.newPage());
        person.page.navigate("/");
        return person;
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** One signed-in person with one page. */
    static final class Person implements AutoCloseable {

        final Page page;
        private final BrowserContext context;
        private final List<String> complaints = new ArrayList<>();

        private Person(BrowserContext context, Page page) {
            this.context = context;
            this.page = page;
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
        }

        /** Keeps a picture of the page and holds it against the accessibility rules. */
        void look(String picture) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(picture + ".png"))
                    .setFullPage(true));
            List<String> violations = new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                            .analyze()
                            .getViolations()
                            .stream()
                            .filter(rule -> SEVERE.contains(rule.getImpact()))
                            .map(Person::describe)
                            .toList();
            assertThat(violations).as("accessibility of %s", picture).isEmpty();
        }

        void expectNoComplaintsBut(String... expected) {
            complaints.removeIf(complaint -> Stream.of(expected).anyMatch(complaint::contains));
            expectNoComplaints();
        }

        void expectNoComplaints() {
            assertThat(complaints).as("errors in the browser's console").isEmpty();
        }

        @Override
        public void close() {
            context.close();
        }

        private static String describe(Rule rule) {
            return rule.getId() + ": " + rule.getHelp() + " "
                    + rule.getNodes().stream()
                            .map(node -> node.getHtml())
                            .limit(3)
                            .toList();
        }
    }
}
