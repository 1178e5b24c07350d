package org.neuroward.clinic.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.clinic.web.Visitor;

/** A page of another site, open in the same browser, can do nothing here. */
@QuarkusTest
class ForeignPagesTest {
    @TestHTTPResource("/")
    URI server;

    @Test
    void aChangeWithoutTheTokenOfTheSignInIsRefused() {
        Visitor technician = Visitor.signedInAs("tech");

        assertThat(technician.asks().post("/logout").statusCode()).isEqualTo(403);
        assertThat(technician.asks().formParam("_csrf", "guess").post("/logout").statusCode())
                .isEqualTo(403);
        assertThat(technician
                        .asks()
                        .header("X-CSRF-Token", "guess")
                        .post("/logout")
                        .statusCode())
                .isEqualTo(403);
        assertThat(technician
                        .asks()
                        .formParam("_csrf", Visitor.signedInAs("review").csrfToken())
                        .post("/logout")
                        .statusCode())
                .isEqualTo(403);
        assertThat(technician
                        .asks()
                        .formParam("_csrf", technician.csrfToken())
                        .post("/logout")
                        .statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void aChangeThatTheBrowserSaysComesFromElsewhereIsRefused(String site) {
        Visitor technician = Visitor.signedInAs("tech");

        int status = technician
                .sends()
                .header("Sec-Fetch-Site", site)
                .post("/logout")
                .statusCode();

        assertThat(status).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://evil.example",
                "http://localhost",
                "http://localhost.evil.example",
                "file://",
                "x"
            })
    void aChangeWithAForeignOriginIsRefused(String origin) {
        Visitor technician = Visitor.signedInAs("tech");

        assertThat(technician.sends().header("Origin", origin).post("/logout").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "https://evil.example",
                "http://localhost",
                "http://localhost.evil.example",
                "ws://localhost",
                "file://"
            })
    void aWebSocketOfAForeignOrUnnamedPageIsRefused(String origin) {
        Visitor technician = Visitor.signedInAs("tech");
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().header("Cookie", technician.cookieHeader());
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        URI address = URI.create("ws://" + server.getAuthority() + "/ws/sessions/" + UUID.randomUUID());

        CompletionException failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                CompletionException.class,
                () -> builder.buildAsync(address, new WebSocket.Listener() {}).join());

        assertThat(failure.getCause()).isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                        refused.getResponse().statusCode())
                .isEqualTo(403));
    }
}
