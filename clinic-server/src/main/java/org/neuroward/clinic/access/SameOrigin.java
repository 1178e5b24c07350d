package org.neuroward.clinic.access;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Whether a request comes from our own pages. Browsers say where a request comes from in {@code Sec-Fetch-Site} and
 * {@code Origin}; a page of another site cannot make them say otherwise.
 */
final class SameOrigin {
    private static final Set<String> HARMLESS_METHODS = Set.of("GET", "HEAD");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private SameOrigin() {}

    static boolean isWebSocket(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    static boolean holds(HttpServerRequest request, String method) {
        if (HARMLESS_METHODS.contains(method)) {
            return true;
        }
        String origin = request.getHeader("Origin");
        if (method.equals("WS")) {
            // Cookies go along with a WebSocket from any page, and no token does: the origin must be said and be ours.
            return origin != null && isOwn(origin, request);
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return (site == null || OWN_SITES.contains(site)) && (origin == null || isOwn(origin, request));
    }

    private static boolean isOwn(String origin, HttpServerRequest request) {
        try {
            URI uri = new URI(origin);
            return uri.getScheme() != null
                    && uri.getScheme().equals(request.scheme())
                    && uri.getRawAuthority() != null
                    && uri.getRawAuthority()
                            .equalsIgnoreCase(request.authority().toString());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
