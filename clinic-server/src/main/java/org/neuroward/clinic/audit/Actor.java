package org.neuroward.clinic.audit;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is behind an act: a person who is signed in, someone who is not, or the program itself.
 *
 * @param id the person's id, empty when nobody is signed in
 * @param name the user name, or the program's part that acts
 * @param role the role in which the person acts
 * @param source the network address from which the act came, {@code -} for the program's own acts
 */
public record Actor(Optional<UUID> id, String name, String role, String source) {
    /** The attribute of the security identity under which the actor of a request is found. */
    public static final String ATTRIBUTE = "neuroward.actor";

    public Actor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(source, "source");
    }

    /** The server acting by itself, as in scoring a recording or picking up work after a restart. */
    public static Actor program() {
        return new Actor(Optional.empty(), "server", "PROGRAM", "-");
    }

    /** Someone at this address who is not signed in. */
    public static Actor stranger(String source) {
        return new Actor(Optional.empty(), "-", "NONE", source);
    }
}
