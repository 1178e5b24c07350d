package org.neuroward.clinic.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.neuroward.clinic.audit.Actor;

/** Turns a token into the identity that pages, WebSockets and the audit trail see. */
@ApplicationScoped
class TokenIdentities implements IdentityProvider<TokenRequest> {
    private final SignIns signIns;

    TokenIdentities(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public Class<TokenRequest> getRequestType() {
        return TokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> signIns.see(request.token(), !request.byTimer())
                .map(who -> identity(who, request.source()))
                .orElse(null));
    }

    private static SecurityIdentity identity(SignedIn who, String source) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(who.username()))
                .addRole(who.role().name())
                .addAttribute(SignedIn.ATTRIBUTE, who)
                .addAttribute(
                        Actor.ATTRIBUTE,
                        new Actor(
                                Optional.of(who.id()),
                                who.username(),
                                who.role().name(),
                                source))
                .build();
    }
}
