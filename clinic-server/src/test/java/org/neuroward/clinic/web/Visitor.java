package org.neuroward.clinic.web;

import static io.restassured.RestAssured.given;

import io.restassured.http.Cookies;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Someone with a browser: signed in with one of the demo's accounts, with the token that forms carry. */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    private final Cookies cookies;
    private final String csrfToken;

    private Visitor(Cookies cookies, String csrfToken) {
        this.cookies = cookies;
        this.csrfToken = csrfToken;
    }

    /** Signs in; the user name is that of a demo account, as {@code tech}. */
    public static Visitor signedInAs(String username) {
        Response response = given().redirects()
                .follow(false)
                .formParam("username", username)
                .formParam("password", "demo-" + username)
                .post("/login");
        if (response.statusCode() != 303) {
            throw new IllegalStateException(username + " cannot sign in: status=" + response.statusCode());
        }
        Cookies cookies = response.detailedCookies();
        // An error page bears no token, so a page that every role may see is asked for: none does but the start's
        // target.
        String page = given().cookies(cookies).get("/").asString();
        Matcher token = TOKEN.matcher(page);
        return new Visitor(cookies, token.find() ? token.group(1) : "");
    }

    /** A request with the visitor's cookie, without following redirects. */
    public RequestSpecification asks() {
        return given().redirects().follow(false).cookies(cookies);
    }

    /** A request with the visitor's cookie and token. */
    public RequestSpecification sends() {
        return asks().header("X-CSRF-Token", csrfToken);
    }

    public String csrfToken() {
        return csrfToken;
    }

    /** The cookie as a WebSocket's handshake carries it. */
    public String cookieHeader() {
        StringBuilder header = new StringBuilder();
        cookies.forEach(cookie -> header.append(header.isEmpty() ? "" : "; ")
                .append(cookie.getName())
                .append('=')
                .append(cookie.getValue()));
        return header.toString();
    }
}
