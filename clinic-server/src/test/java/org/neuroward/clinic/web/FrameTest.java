package org.neuroward.clinic.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FrameTest {
    @Test
    void everyAnswerBearsTheSecurityHeadersRefusalsAndFilesToo() {
        for (String path : List.of("/login", "/worklist", "/assets/app.css", "/nowhere", "/q/health/live", "/api/x")) {
            Response response = given().redirects().follow(false).get(path);

            assertThat(response.header("Content-Security-Policy"))
                    .as(path)
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(response.header("Cache-Control"))
                    .isEqualTo(path.startsWith("/assets/") ? "no-cache" : "no-store");
        }
    }

    @Test
    void noTemplateHoldsAnInlineScriptOrStyle() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(template))
                        .as(template.toString())
                        .doesNotContainPattern("<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=\"|javascript:");
            }
        }
    }

    @Test
    void theLanguageIsThatOfTheBrowserUntilOneIsChosen() {
        given().header("Accept-Language", "zh-CN,zh;q=0.9")
                .get("/login")
                .then()
                .body(containsString("<html lang=\"zh-CN\""));
        given().header("Accept-Language", "de").get("/login").then().body(containsString("<html lang=\"en\""));

        Response chosen = given().redirects()
                .follow(false)
                .formParam("language", "zh")
                .formParam("back", "/login")
                .post("/language");

        assertThat(chosen.statusCode()).isEqualTo(303);
        given().cookies(chosen.cookies())
                .header("Accept-Language", "en")
                .get("/login")
                .then()
                .body(containsString("用户名"));
    }

    @Test
    void theThemeIsKeptAndGivenBack() {
        Response dark = given().redirects()
                .follow(false)
                .formParam("theme", "dark")
                .formParam("back", "/login")
                .post("/theme");

        given().cookies(dark.cookies()).get("/login").then().body(containsString("data-theme=\"dark\""));
        given().formParam("theme", "pink").post("/theme").then().statusCode(400);
        assertThat(given().redirects()
                        .follow(false)
                        .formParam("theme", "dark")
                        .formParam("back", "//evil.example")
                        .post("/theme")
                        .header("Location"))
                .doesNotContain("evil");
    }

    @Test
    void everyRoleStartsWhereItsWorkIs() {
        assertThat(Visitor.signedInAs("tech").asks().get("/").header("Location"))
                .endsWith("/worklist");
        assertThat(Visitor.signedInAs("review").asks().get("/").header("Location"))
                .endsWith("/reports");
        assertThat(Visitor.signedInAs("admin").asks().get("/").header("Location"))
                .endsWith("/reports");
        assertThat(Visitor.signedInAs("audit").asks().get("/").header("Location"))
                .endsWith("/audit");
    }

    @Test
    void programsAreToldInJsonAndPeopleOnAPage() {
        given().get("/api/sessions/1")
                .then()
                .statusCode(401)
                .contentType("application/json")
                .body("code", equalTo("sign-in-ended"));
        Visitor.signedInAs("audit")
                .asks()
                .get("/worklist")
                .then()
                .statusCode(403)
                .body(containsString("Not for your role"))
                .body(not(containsString("Exception")));
    }

    @Test
    void healthAndMetricsAnswerWithoutSigningIn() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(containsString("database schema"))
                .body(containsString("data folder"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_"));
    }

    @Test
    void theDemoIsMarkedOnEveryPage() {
        given().get("/login").then().body(containsString("Demo data, simulated"));
        Visitor.signedInAs("tech").asks().get("/worklist").then().body(containsString("Demo data, simulated"));
    }
}
