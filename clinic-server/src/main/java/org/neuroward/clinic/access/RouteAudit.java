package org.neuroward.clinic.access;

import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.neuroward.clinic.audit.AuditSubject;
import org.neuroward.clinic.audit.AuditTrail;

/**
 * Writes the audit row that the access table asks for, after the resource method and before its answer leaves: an answer
 * that cannot be noted is not given.
 */
final class RouteAudit {
    private final AuditTrail trail;
    private final AuditSubject subject;
    private final RoutingContext routing;

    RouteAudit(AuditTrail trail, AuditSubject subject, RoutingContext routing) {
        this.trail = trail;
        this.subject = subject;
        this.routing = routing;
    }

    @ServerResponseFilter
    void note(ContainerRequestContext request, ContainerResponseContext response) {
        AccessRow row = routing.get(AccessPolicy.ROW);
        if (row == null || row.auditAction().isEmpty() || !BlockingOperationControl.isBlockingAllowed()) {
            // Off a worker thread no resource method has run, so nothing was read.
            return;
        }
        List<String> segments = AccessTable.segments(routing.normalizedPath());
        String kind = segments.isEmpty() ? "page" : segments.get(segments.get(0).equals("api") ? 1 : 0);
        trail.record(
                row.auditAction().get(),
                kind,
                row.subject(segments).orElse("-"),
                subject.patient(),
                outcome(response.getStatus()),
                response.getStatus() < 400 ? Map.of() : Map.of("status", Integer.toString(response.getStatus())));
    }

    private static String outcome(int status) {
        if (status >= 500) {
            return "failed";
        }
        return status >= 400 ? "refused" : "done";
    }
}
