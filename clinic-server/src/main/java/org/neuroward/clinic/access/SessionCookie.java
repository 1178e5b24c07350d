package org.neuroward.clinic.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/** The cookie that carries a sign-in's token: out of reach of scripts and of other sites. */
final class SessionCookie {
    private static final String NAME = "neuroward-session";
    /** Under TLS the prefix makes the browser refuse the cookie from anywhere but this very host. */
    private static final String SECURE_NAME = "__Host-" + NAME;

    private SessionCookie() {}

    static Optional<String> tokenIn(HttpServerRequest request) {
        Cookie cookie = request.getCookie(request.isSSL() ? SECURE_NAME : NAME);
        return Optional.ofNullable(cookie).map(Cookie::getValue).filter(value -> value.matches("[A-Za-z0-9_-]{43}"));
    }

    static NewCookie holding(String token, boolean tls) {
        return builder(tls).value(token).build();
    }

    static NewCookie none(boolean tls) {
        return builder(tls).value("").maxAge(0).build();
    }

    private static NewCookie.Builder builder(boolean tls) {
        return new NewCookie.Builder(tls ? SECURE_NAME : NAME)
                .path("/")
                .httpOnly(true)
                .secure(tls)
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
