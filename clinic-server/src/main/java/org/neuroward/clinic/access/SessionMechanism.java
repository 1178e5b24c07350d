package org.neuroward.clinic.access;

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
                new TokenRequest(token.get(), context.request().remoteAddress().hostAddress());
        return identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(request, context));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        boolean page = context.request().method() == HttpMethod.GET
                && !context.normalizedPath().startsWith("/api/")
                && !context.normalizedPath().startsWith("/ws/");
        if (!page) {
            return Uni.createFrom().item(new ChallengeData(401));
        }
        String wanted = URLEncoder.encode(context.request().uri(), StandardCharsets.UTF_8);
        String target = context.normalizedPath().equals("/") ? "/login" : "/login?next=" + wanted;
        return Uni.createFrom().item(new ChallengeData(303, "Location", target));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenRequest.class);
    }

    private static boolean needsNoPerson(String path) {
        return path.startsWith("/assets/") || path.startsWith("/q/");
    }
}
