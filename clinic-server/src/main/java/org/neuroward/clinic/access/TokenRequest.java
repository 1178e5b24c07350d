package org.neuroward.clinic.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whose sign-in a token is. */
final class TokenRequest extends BaseAuthenticationRequest {
    private final String token;
    private final String source;
    private final boolean byTimer;

    TokenRequest(String token, String source, boolean byTimer) {
        this.token = token;
        this.source = source;
        this.byTimer = byTimer;
    }

    String token() {
        return token;
    }

    String source() {
        return source;
    }

    /** Whether a page asks by itself, without an act of its reader. */
    boolean byTimer() {
        return byTimer;
    }
}
