package org.neuroward.clinic.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.neuroward.clinic.audit.Actor;
import org.neuroward.clinic.audit.AuditTrail;

/** Signing in and out. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
final class SignInPages {
    private final PasswordCheck passwords;
    private final SignIns signIns;
    private final AttemptLimit limit;
    private final AuditTrail trail;
    private final CurrentUser user;
    private final RoutingContext routing;
    private final Duration idle;

    SignInPages(
            PasswordCheck passwords,
            SignIns signIns,
            AttemptLimit limit,
            AuditTrail trail,
            CurrentUser user,
            RoutingContext routing,
            @ConfigProperty(name = "neuroward.sign-in.idle") Duration idle) {
        this.passwords = passwords;
        this.signIns = signIns;
        this.limit = limit;
        this.trail = trail;
        this.user = user;
        this.routing = routing;
        this.idle = idle;
    }

    @CheckedTemplate(basePath = "access")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance login(
                String username, String next, boolean wrong, long waitSeconds, long idleMinutes);
    }

    @GET
    @Path("login")
    public Response login(@QueryParam("next") String next) {
        if (user.isSignedIn()) {
            return Response.seeOther(URI.create("/")).build();
        }
        return Response.ok(page("", next, false, 0)).build();
    }

    @POST
    @Path("login")
    public Response signIn(
            @FormParam("username") String username,
            @FormParam("password") String password,
            @FormParam("next") String next) {
        String name = username == null ? "" : username.strip();
        String secret = password == null ? "" : password;
        Optional<Duration> wait = limit.waitFor(name, address());
        if (wait.isPresent()) {
            long seconds = wait.get().toSeconds();
            return Response.status(429)
                    .header("Retry-After", seconds)
                    .entity(page(name, next, false, seconds))
                    .build();
        }
        Optional<UUID> found = passwords.find(name, secret);
        if (found.isEmpty()) {
            limit.failed(name, address());
            trail.recordAs(Actor.stranger(address()), "sign-in", "user", "-", Optional.empty(), "refused", Map.of());
            return Response.status(401).entity(page(name, next, true, 0)).build();
        }
        limit.succeeded(name);
        return admit(found.get(), next);
    }

    @POST
    @Path("logout")
    public Response signOut() {
        SessionCookie.tokenIn(routing.request()).ifPresent(signIns::end);
        trail.record("sign-out", "user", user.id().toString(), Optional.empty(), "done", Map.of());
        return Response.seeOther(URI.create("/login"))
                .cookie(SessionCookie.none(routing.request().isSSL()))
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    private Response admit(UUID userId, String next) {
        // A new token at every sign-in: one that was known before is worth nothing after.
        SessionCookie.tokenIn(routing.request()).ifPresent(signIns::end);
        String token = signIns.begin(userId);
        SignedIn who = signIns.see(token, true).orElseThrow();
        Actor actor =
                new Actor(Optional.of(who.id()), who.username(), who.role().name(), address());
        trail.recordAs(actor, "sign-in", "user", userId.toString(), Optional.empty(), "done", Map.of());
        return Response.seeOther(URI.create(isOwnPath(next) ? next : "/"))
                .cookie(SessionCookie.holding(token, routing.request().isSSL()))
                .build();
    }

    private TemplateInstance page(String username, String next, boolean wrong, long waitSeconds) {
        return Templates.login(username, isOwnPath(next) ? next : "", wrong, waitSeconds, idle.toMinutes());
    }

    private String address() {
        return routing.request().remoteAddress().hostAddress();
    }

    /** Only a path of this server is followed after signing in; {@code //host} would lead elsewhere. */
    private static boolean isOwnPath(String next) {
        return next != null && next.matches("/([A-Za-z0-9_-][A-Za-z0-9_./?=&%-]*)?");
    }
}
