package org.neuroward.clinic.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.neuroward.clinic.audit.Actor;
import org.neuroward.clinic.audit.AuditTrail;

/** Holds every request, page, file or WebSocket, against the access table before anything else sees it. */
@ApplicationScoped
class AccessPolicy implements HttpSecurityPolicy {
    /** Where later stages of a request find the row that let it in. */
    static final String ROW = "neuroward.access-row";

    private final AccessTable table;
    private final AuditTrail trail;

    AccessPolicy(AccessTable table, AuditTrail trail) {
        this.table = table;
        this.trail = trail;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext context, Uni<SecurityIdentity> identity, AuthorizationRequestContext requests) {
        return identity.flatMap(who -> check(context, who, requests));
    }

    private Uni<CheckResult> check(
            RoutingContext context, SecurityIdentity identity, AuthorizationRequestContext requests) {
        HttpServerRequest request = context.request();
        String method =
                SameOrigin.isWebSocket(request) ? "WS" : request.method().name();
        Optional<AccessRow> row = table.find(method, context.normalizedPath());
        SignedIn signedIn = identity.getAttribute(SignedIn.ATTRIBUTE);
        Optional<Role> role = Optional.ofNullable(signedIn).map(SignedIn::role);
        if (row.isPresent() && row.get().allows(role) && SameOrigin.holds(request, method)) {
            context.put(ROW, row.get());
            return CheckResult.permit();
        }
        if (row.isEmpty() && role.isPresent()) {
            context.fail(404);
            return Uni.createFrom().nothing();
        }
        if (role.isEmpty()) {
            return CheckResult.deny();
        }
        return requests.runBlocking(context, Uni.createFrom().item(identity), (refused, who) -> {
            noteRefusal(refused, who.getAttribute(Actor.ATTRIBUTE), method);
            return CheckResult.DENY;
        });
    }

    private void noteRefusal(RoutingContext context, Actor actor, String method) {
        trail.recordAs(
                actor,
                "access.refused",
                "route",
                method + " " + context.normalizedPath(),
                Optional.empty(),
                "refused",
                Map.of());
    }
}
