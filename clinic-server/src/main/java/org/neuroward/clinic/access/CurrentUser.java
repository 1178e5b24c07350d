package org.neuroward.clinic.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/** The person behind the present request or WebSocket message. */
@RequestScoped
public class CurrentUser {
    private final SecurityIdentity identity;

    CurrentUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whether anyone is signed in; the other methods throw when nobody is. */
    public boolean isSignedIn() {
        return signedIn().isPresent();
    }

    public UUID id() {
        return required().id();
    }

    public String username() {
        return required().username();
    }

    public String displayName() {
        return required().displayName();
    }

    public Role role() {
        return required().role();
    }

    /** What a form or script must send along with everything that changes something; empty when nobody is signed in. */
    public String csrfToken() {
        return signedIn().map(SignedIn::csrfToken).orElse("");
    }

    private SignedIn required() {
        return signedIn().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    private Optional<SignedIn> signedIn() {
        return Optional.ofNullable(identity.<SignedIn>getAttribute(SignedIn.ATTRIBUTE));
    }
}
