package org.neuroward.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A technician's browser without its pages: signs in and asks for what the scripts of the pages ask for. */
public final class Technician {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CSRF = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");
    private static final Pattern ORDER = Pattern.compile("/orders/([0-9a-f-]{36})/confirm");
    private static final String READY_BED =
            "<input(?=[^>]*name=\"bed\")(?![^>]*disabled)%s[^>]*value=\"([0-9a-f-]{36})\"";
    private static final Pattern NAMED_BED =
            Pattern.compile(READY_BED.formatted("(?=[^>]*data-testid=\"bed-([^\"]+)\")"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MILLIS = 25;

    private final URI address;
    private final HttpClient browser;
    private final CookieManager cookies;
    private String language = "en";
    private String csrf = "";

    private Technician(URI address, HttpClient browser, CookieManager cookies) {
        this.address = address;
        this.browser = browser;
        this.cookies = cookies;
    }

    /** An answer of the server. */
    public record Answer(int status, JsonNode body) {
        public String text(String field) {
            return body.path(field).asText();
        }
    }

    public static Technician signedIn(URI address, String username, String password)
            throws IOException, InterruptedException {
        var cookies = new CookieManager();
        var browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var technician = new Technician(address, browser, cookies);
        var form = HttpRequest.newBuilder(address.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + username + "&password=" + password))
                .build();
        browser.send(form, BodyHandlers.discarding());
        Matcher token = CSRF.matcher(technician.page("/worklist"));
        if (!token.find()) {
            throw new IllegalStateException("the worklist bears no token: " + username + " is not signed in");
        }
        technician.csrf = token.group(1);
        return technician;
    }

    public Technician reading(String tag) {
        language = tag;
        return this;
    }

    /** What a WebSocket of this browser sends to say who it is. */
    public String cookieHeader() {
        return cookies.getCookieStore().get(address).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public String page(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    /** Orders on the worklist, in its order. */
    public List<UUID> worklist() throws IOException, InterruptedException {
        return worklist("");
    }

    /** Orders whose patient's name or number holds the text. */
    public List<UUID> worklist(String text) throws IOException, InterruptedException {
        return ORDER.matcher(page("/worklist?q=" + text))
                .results()
                .map(found -> UUID.fromString(found.group(1)))
                .distinct()
                .toList();
    }

    /** The first bed that the page offers for the order, once its agent is connected. */
    public UUID readyBed(UUID orderId) throws IOException, InterruptedException {
        return awaitBed(orderId, Pattern.compile(READY_BED.formatted("")));
    }

    /** The bed of that name, once its agent is connected and no other session has it. */
    public UUID readyBed(UUID orderId, String name) throws IOException, InterruptedException {
        String named = "(?=[^>]*data-testid=\"bed-" + Pattern.quote(name) + "\")";
        return awaitBed(orderId, Pattern.compile(READY_BED.formatted(named)));
    }

    /** All beds that a session can be prepared at, by name, once there are so many. */
    public Map<String, UUID> readyBeds(UUID orderId, int atLeast) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var beds = new HashMap<String, UUID>();
        while (beds.size() < atLeast) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("beds that became ready: " + beds.size() + " of " + atLeast);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            beds.clear();
            NAMED_BED
                    .matcher(page("/orders/" + orderId + "/bed"))
                    .results()
                    .forEach(bed -> beds.put(bed.group(1), UUID.fromString(bed.group(2))));
        }
        return beds;
    }

    private UUID awaitBed(UUID orderId, Pattern ready) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Matcher bed = ready.matcher(page("/orders/" + orderId + "/bed"));
            if (bed.find()) {
                return UUID.fromString(bed.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
        throw new IllegalStateException("no bed became ready");
    }

    public void confirmIdentity(UUID orderId) throws IOException, InterruptedException {
        var form = HttpRequest.newBuilder(address.resolve("/orders/" + orderId + "/confirm"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-Token", csrf)
                .POST(HttpRequest.BodyPublishers.ofString("scanned="))
                .build();
        browser.send(form, BodyHandlers.discarding());
    }

    public Answer prepare(Object orderId, Object bedId, String variant) throws IOException, InterruptedException {
        return post(
                "/api/sessions", Map.of("orderId", orderId.toString(), "bedId", bedId.toString(), "variant", variant));
    }

    /** Does {@code start}, {@code stop} or {@code cancel}. */
    public Answer ask(String sessionId, String what) throws IOException, InterruptedException {
        return post("/api/sessions/" + sessionId + "/" + what, Map.of());
    }

    public Answer mark(String sessionId, String text) throws IOException, InterruptedException {
        return post("/api/sessions/" + sessionId + "/marker", Map.of("text", text));
    }

    public Answer measureImpedance(String sessionId, boolean on) throws IOException, InterruptedException {
        return post("/api/sessions/" + sessionId + "/impedance", Map.of("on", Boolean.toString(on)));
    }

    /** What was measured at the electrodes, judged by the limits of one kind of cap. */
    public Answer impedances(String sessionId, String cap) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve("/api/sessions/" + sessionId + "/impedance?cap=" + cap))
                .header("Accept-Language", language)
                .build());
    }

    /** Ends a session whose agent is away. */
    public Answer endByHand(String sessionId, String reason) throws IOException, InterruptedException {
        return post("/api/sessions/" + sessionId + "/end-by-hand", Map.of("reason", reason));
    }

    public Answer status(String sessionId) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve("/api/sessions/" + sessionId))
                .header("Accept-Language", language)
                .build());
    }

    /**
     * Starts the recording of an order at a bed: identity confirmed, session prepared, recording asked for.
     *
     * @return id of the session, which records as soon as its agent has begun
     */
    public String record(UUID orderId, String bedName, String variant) throws IOException, InterruptedException {
        // Beds are offered only for a patient whose identity was confirmed.
        confirmIdentity(orderId);
        return record(orderId, readyBed(orderId, bedName), variant);
    }

    /** Starts the recording of an order at a bed that is known to be ready. */
    public String record(UUID orderId, UUID bedId, String variant) throws IOException, InterruptedException {
        confirmIdentity(orderId);
        String session = accepted(201, prepare(orderId, bedId, variant)).text("id");
        awaitState(session, "prepared");
        accepted(200, ask(session, "start"));
        return session;
    }

    private static Answer accepted(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("the server refuses: " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    /** Looks at the session until it is as expected. */
    public JsonNode await(String sessionId, Predicate<JsonNode> expected) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode seen = status(sessionId).body();
        while (!expected.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the session did not become as expected; it is " + seen);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            seen = status(sessionId).body();
        }
        return seen;
    }

    public JsonNode awaitState(String sessionId, String state) throws IOException, InterruptedException {
        return await(sessionId, seen -> seen.path("state").asText().equals(state));
    }

    private Answer post(String path, Map<String, String> body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .header("X-CSRF-Token", csrf)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = browser.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }
}
