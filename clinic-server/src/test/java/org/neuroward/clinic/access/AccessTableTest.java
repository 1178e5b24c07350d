package org.neuroward.clinic.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.demo.DemoAccounts;
import org.neuroward.clinic.web.Visitor;

/** The table is the oracle: every route of the code is asked in every role and without signing in. */
@QuarkusTest
class AccessTableTest {
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private final AccessTable table = new AccessTable();

    @TestHTTPResource("/")
    URI server;

    @Test
    void everyRouteOfTheCodeHasItsRowAndEveryRowItsRoute() {
        Set<String> rows = table.rows().stream()
                .filter(row -> !row.path().startsWith("/assets/") && !row.path().startsWith("/q/"))
                .map(row -> row.method() + " " + Endpoints.shape(row.path()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows).isEqualTo(Endpoints.inCode());
    }

    @Test
    void noRowIsWrittenTwice() {
        List<String> rows = table.rows().stream()
                .map(row -> row.method() + " " + Endpoints.shape(row.path()))
                .toList();

        assertThat(rows).doesNotHaveDuplicates();
    }

    @Test
    void everyRouteLetsInWhomTheTableNamesAndNobodyElse() {
        Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
        DemoAccounts.all().forEach(a -> visitors.put(a.role(), Visitor.signedInAs(a.username())));
        List<String> wrong = new ArrayList<>();

        for (AccessRow row : table.rows()) {
            for (Role role : Role.values()) {
                // Signing out ends the sign-in, so it gets one of its own.
                Visitor visitor =
                        row.path().equals("/logout") ? Visitor.signedInAs(usernameOf(role)) : visitors.get(role);
                if (isLetIn(row, visitor) != row.allows(Optional.of(role))) {
                    wrong.add(role + " " + row.method() + " " + row.path());
                }
            }
            if (isLetIn(row, null) != row.open()) {
                wrong.add("nobody " + row.method() + " " + row.path());
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void whatTheTableDoesNotListIsRefused() {
        Visitor administrator = Visitor.signedInAs("admin");

        for (String path : List.of("/nowhere", "/worklist/more", "/assets", "/audit;x=1")) {
            assertThat(given().redirects()
                            .follow(false)
                            .urlEncodingEnabled(false)
                            .get(path)
                            .statusCode())
                    .as("nobody GET " + path)
                    .isIn(303, 401, 404);
            assertThat(administrator.asks().urlEncodingEnabled(false).get(path).statusCode())
                    .as("administrator GET " + path)
                    .isIn(403, 404);
        }
        assertThat(administrator.sends().delete("/audit").statusCode()).isEqualTo(404);
        assertThat(administrator.sends().put("/audit").statusCode()).isEqualTo(404);
    }

    private boolean isLetIn(AccessRow row, Visitor visitor) {
        String path = row.path()
                .replace("*", "app.css")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return row.method().equals("WS") ? isLetInAsSocket(path, visitor) : isLetInAsRequest(row, path, visitor);
    }

    private static boolean isLetInAsRequest(AccessRow row, String path, Visitor visitor) {
        RequestSpecification request = visitor == null ? given().redirects().follow(false) : visitor.sends();
        if (row.method().equals("POST") && path.startsWith("/api/")) {
            request = request.contentType("application/json").body("{}");
        } else if (row.method().equals("POST")) {
            request = request.formParam("nothing", "");
        }
        Response response = request.request(row.method(), path);
        boolean sentToSignIn =
                response.statusCode() == 303 && response.header("Location").contains("/login?");
        boolean signInAsked = path.equals("/") && visitor == null;
        // Whoever posts an empty sign-in form was let in and is told 401 by the form.
        boolean answeredByForm = path.equals("/login");
        return answeredByForm || !signInAsked && !sentToSignIn && !REFUSED.contains(response.statusCode());
    }

    private boolean isLetInAsSocket(String path, Visitor visitor) {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().header("Origin", "http://" + server.getAuthority());
        if (visitor != null) {
            builder.header("Cookie", visitor.cookieHeader());
        }
        try {
            builder.buildAsync(URI.create("ws://" + server.getAuthority() + path), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return true;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    && !REFUSED.contains(refused.getResponse().statusCode());
        }
    }

    private static String usernameOf(Role role) {
        return DemoAccounts.all().stream()
                .filter(account -> account.role() == role)
                .findFirst()
                .orElseThrow()
                .username();
    }
}
