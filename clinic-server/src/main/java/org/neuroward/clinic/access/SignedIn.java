package org.neuroward.clinic.access;

import java.util.UUID;

/** A person with a live sign-in, as every request carries it. */
record SignedIn(UUID id, String username, String displayName, Role role, String csrfToken) {
    static final String ATTRIBUTE = "neuroward.signed-in";
}
