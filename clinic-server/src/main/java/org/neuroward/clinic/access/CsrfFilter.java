package org.neuroward.clinic.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Everything that changes something must bring the sign-in's own token, in the field {@code _csrf} or in a header. */
final class CsrfFilter {
    private static final String FIELD = "_csrf";
    private static final String HEADER = "X-CSRF-Token";
    private static final Set<String> HARMLESS_METHODS = Set.of("GET", "HEAD");

    private final CurrentUser user;
    private final RoutingContext routing;

    CsrfFilter(CurrentUser user, RoutingContext routing) {
        this.user = user;
        this.routing = routing;
    }

    @ServerRequestFilter
    @WithFormRead
    void requireToken(ResteasyReactiveContainerRequestContext context) {
        AccessRow row = routing.get(AccessPolicy.ROW);
        if (row == null) {
            throw new ForbiddenException("no row of the access table let this request in");
        }
        if (row.open() || HARMLESS_METHODS.contains(context.getMethod())) {
            return;
        }
        String sent = context.getHeaderString(HEADER);
        if (sent == null && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(context.getMediaType())) {
            ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context.getServerRequestContext();
            sent = (String) request.getFormParameter(FIELD, true, false);
        }
        byte[] expected = user.csrfToken().getBytes(StandardCharsets.UTF_8);
        if (sent == null || !MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8))) {
            throw new ForbiddenException("the request does not carry the token of this sign-in");
        }
    }
}
