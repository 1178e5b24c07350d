package org.neuroward.clinic.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Recognises people by the session cookie; sends those without one to the sign-in page. */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {
    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        Optional<String> token = SessionCookie.tokenIn(context.request());
        if (token.isEmpty() || needsNoPerson(context.normalizedPath())) {
            return Uni.createFrom().nullItem();
        }
        TokenRequest request =
                new TokenRequest(token.get(), context.request().remoteAddress().hostAddress(), isAskedByTimer(context));
        // A token that is no longer good is as good as none; a database that fails is a fault and stays one.
        return identities
                .authenticate(HttpSecurityUtils.setRoutingContextAttribute(request, context))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        if (isPage(context)) {
            return HttpAuthenticationMechanism.super.sendChallenge(context);
        }
        // Whoever tells of failures says it in the form and language of the asker.
        context.fail(401);
        return Uni.createFrom().item(true);
    }

    private static boolean isPage(RoutingContext context) {
        return context.request().method() == HttpMethod.GET
                && !context.normalizedPath().startsWith("/api/")
                && !context.normalizedPath().startsWith("/ws/");
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        String wanted = URLEncoder.encode(context.request().uri(), StandardCharsets.UTF_8);
        String target = context.normalizedPath().equals("/") ? "/login" : "/login?next=" + wanted;
        return Uni.createFrom().item(new ChallengeData(303, "Location", target));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenRequest.class);
    }

    /** A page that keeps itself up to date says so: its questions are no acts of the person, who may have left. */
    private static boolean isAskedByTimer(RoutingContext context) {
        return "timer".equals(context.request().getHeader("X-Asked-By"));
    }

    private static boolean needsNoPerson(String path) {
        return path.startsWith("/assets/") || path.startsWith("/q/");
    }
}
