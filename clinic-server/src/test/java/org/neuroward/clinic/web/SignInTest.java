package org.neuroward.clinic.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.neuroward.clinic.start.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SignInTest {
    @Test
    void whoIsNotSignedInIsSentToTheSignInPageAndBack() {
        given().redirects()
                .follow(false)
                .get("/worklist")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login?next=%2Fworklist"));
    }

    @Test
    void aTechnicianSignsInAndSeesTheWorklist() {
        Response signedIn = given().redirects()
                .follow(false)
                .formParam("username", "tech")
                .formParam("password", "demo-tech")
                .formParam("next", "/worklist")
                .post("/login");
        signedIn.then().statusCode(303).header("Location", containsString("/worklist"));

        given().cookies(signedIn.cookies())
                .header("Accept-Language", "zh-CN")
                .get("/worklist")
                .then()
                .statusCode(200)
                .body(containsString("工作列表"))
                .body(containsString("模拟·陈晓雨"));
        given().cookies(signedIn.cookies()).get("/audit").then().statusCode(403);
        given().cookies(signedIn.cookies()).get("/nowhere").then().statusCode(404);
        given().cookies(signedIn.cookies()).post("/logout").then().statusCode(403);
    }

    @Test
    void aWrongPasswordIsRefusedWithTheSameWordsAsAnUnknownName() {
        given().formParam("username", "tech")
                .formParam("password", "wrong")
                .post("/login")
                .then()
                .statusCode(401);
        given().formParam("username", "nobody")
                .formParam("password", "wrong")
                .post("/login")
                .then()
                .statusCode(401);
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    }
}
