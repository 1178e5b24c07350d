package org.neuroward.clinic.web;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Where every exception that leaves a request ends: one sentence for the reader, the trace for the log. */
@ApplicationScoped
class Faults {
    private static final Logger LOG = Logger.getLogger(Faults.class);
    /** Before Quarkus' own handler, which stands last. */
    private static final int LATE = 1_000_000;

    void register(@Observes Router router) {
        router.route().order(LATE).failureHandler(Faults::outsideResources);
    }

    // Mapper classes and not annotated methods: Quarkus would load the exceptions' classes while it builds, and the
    // building JVM may be older than these classes.

    @Provider
    static final class OfProblems implements ExceptionMapper<Problem> {
        private final HttpServerRequest request;

        OfProblems(HttpServerRequest request) {
            this.request = request;
        }

        @Override
        public Response toResponse(Problem problem) {
            return response(ErrorPages.of(problem, request), request);
        }
    }

    @Provider
    static final class OfStatuses implements ExceptionMapper<WebApplicationException> {
        private final HttpServerRequest request;

        OfStatuses(HttpServerRequest request) {
            this.request = request;
        }

        @Override
        public Response toResponse(WebApplicationException exception) {
            int status = exception.getResponse().getStatus();
            return status < 400 ? exception.getResponse() : response(ErrorPages.of(status, request), request);
        }
    }

    @Provider
    static final class OfFaults implements ExceptionMapper<RuntimeException> {
        private final HttpServerRequest request;

        OfFaults(HttpServerRequest request) {
            this.request = request;
        }

        @Override
        public Response toResponse(RuntimeException exception) {
            return response(noted(exception, request), request);
        }
    }

    private static void outsideResources(RoutingContext context) {
        HttpServerRequest request = context.request();
        Throwable failure = context.failure();
        if (context.response().ended() || context.response().headWritten()) {
            context.next();
        } else if (failure instanceof ForbiddenException) {
            ErrorPages.answer(context, ErrorPages.of(403, request));
        } else if (failure instanceof UnauthorizedException) {
            ErrorPages.answer(context, ErrorPages.of(401, request));
        } else if (failure == null || context.statusCode() >= 400 && context.statusCode() < 500) {
            ErrorPages.answer(context, ErrorPages.of(context.statusCode(), request));
        } else {
            ErrorPages.answer(context, noted(failure, request));
        }
    }

    private static ErrorPages.Told noted(Throwable failure, HttpServerRequest request) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(failure, "fault %s in %s %s", reference, request.method(), request.path());
        return ErrorPages.fault(reference, request);
    }

    private static Response response(ErrorPages.Told told, HttpServerRequest request) {
        boolean json = ErrorPages.wantsJson(request.path());
        return Response.status(told.status())
                .type(json ? MediaType.APPLICATION_JSON_TYPE : MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(json ? ErrorPages.json(told) : ErrorPages.html(told, request))
                .build();
    }
}
