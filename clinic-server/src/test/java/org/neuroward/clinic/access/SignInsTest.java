package org.neuroward.clinic.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.web.Visitor;

@QuarkusTest
class SignInsTest {
    @Inject
    DataSource database;

    @Inject
    Users users;

    @Inject
    PasswordCheck passwords;

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSitesAndNewAtEverySignIn() {
        Cookie first = signIn("tech", "demo-tech").detailedCookie("neuroward-session");
        Cookie second = signIn("tech", "demo-tech").detailedCookie("neuroward-session");

        assertThat(first.isHttpOnly()).isTrue();
        assertThat(first.getSameSite()).isEqualTo("Strict");
        assertThat(first.getValue()).hasSize(43).isNotEqualTo(second.getValue());
    }

    @Test
    void theDatabaseHoldsNoTokenThatWouldOpenAnything() throws SQLException {
        String token = signIn("tech", "demo-tech").cookie("neuroward-session");

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select encode(token_hash, 'escape') from login_session")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(token);
            }
        }
    }

    @Test
    void aSignInEndsAfterTenMinutesWithoutAnActAndAfterTwelveHoursAnyway() throws SQLException {
        Visitor idle = Visitor.signedInAs("therapy");
        assertThat(idle.asks().get("/worklist").statusCode()).isEqualTo(200);
        change("update login_session set last_seen_at = last_seen_at - interval '11 minutes' where user_id ="
                + " (select id from clinic_user where username = 'therapy')");
        assertThat(idle.asks().get("/worklist").statusCode()).isEqualTo(303);

        Visitor tired = Visitor.signedInAs("therapy");
        change("update login_session set started_at = started_at - interval '12 hours 1 minute' where user_id ="
                + " (select id from clinic_user where username = 'therapy')");
        assertThat(tired.asks().get("/worklist").statusCode()).isEqualTo(303);
    }

    @Test
    void signingOutEndsTheSignInOnTheServerToo() {
        Visitor auditor = Visitor.signedInAs("audit");
        assertThat(auditor.sends().post("/logout").statusCode()).isEqualTo(303);

        assertThat(auditor.asks().get("/audit").statusCode()).isEqualTo(303);
    }

    @Test
    void whoIsNoLongerActiveIsOutAtOnce() throws SQLException {
        String name = "leaver-" + UUID.randomUUID();
        UUID id = users.add(name, "Leaver", Role.AUDITOR, "demo-" + name, true);
        Visitor leaver = Visitor.signedInAs(name);
        assertThat(leaver.asks().get("/audit").statusCode()).isEqualTo(200);

        change("update clinic_user set active = false where id = '" + id + "'");

        assertThat(leaver.asks().get("/audit").statusCode()).isEqualTo(303);
        assertThat(signIn(name, "demo-" + name).statusCode()).isEqualTo(401);
        assertThat(passwords.matches(id, "demo-" + name)).isFalse();
    }

    @Test
    void wrongNameAndWrongPasswordReadTheSameAndGuessingIsSlowed() {
        String name = "guessed-" + UUID.randomUUID();
        users.add(name, "Guessed", Role.AUDITOR, "a long enough secret", true);

        Response wrongPassword = signIn(name, "wrong");
        Response wrongName = signIn("nobody-" + name, "wrong");
        assertThat(wrongPassword.statusCode()).isEqualTo(401);
        assertThat(wrongName.asString().replace("nobody-" + name, name)).isEqualTo(wrongPassword.asString());

        for (int i = 0; i < 4; i++) {
            signIn(name, "wrong");
        }
        Response slowed = signIn(name, "a long enough secret");
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.header("Retry-After")).matches("\\d+");
    }

    @Test
    void afterSigningInOneComesOnlyToPathsOfThisServer() {
        for (String elsewhere :
                new String[] {"//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:x"}) {
            Response response = given().redirects()
                    .follow(false)
                    .formParam("username", "tech")
                    .formParam("password", "demo-tech")
                    .formParam("next", elsewhere)
                    .post("/login");
            assertThat(response.header("Location")).as(elsewhere).matches("http://localhost:\\d+/");
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Response signIn(String username, String password) {
        return given().redirects()
                .follow(false)
                .formParam("username", username)
                .formParam("password", password)
                .post("/login");
    }
}
