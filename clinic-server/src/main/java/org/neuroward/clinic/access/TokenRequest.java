package org.neuroward.clinic.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whose sign-in a token is. */
final class TokenRequest extends BaseAuthenticationRequest {
    private final String token;
    private final String source;

    TokenRequest(String token, String source) {
        this.token = token;
        this.source = source;
    }

    String token() {
        return token;
    }

    String source() {
        return source;
    }
}
