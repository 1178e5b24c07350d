package org.neuroward.clinic.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Holds a typed password against the stored hash. */
@ApplicationScoped
public class PasswordCheck {
    private final Users users;

    PasswordCheck(Users users) {
        this.users = users;
    }

    /** Whether this is the password of an active person; for acts that ask for it again, as signing does. */
    @Transactional
    public boolean matches(UUID userId, String password) {
        UserEntity user = users.get(userId);
        return PasswordHash.matches(password, user.passwordHash) && user.active;
    }

    /** The person with this name and password. Takes the same time whether or not the name exists. */
    @Transactional
    Optional<UUID> find(String username, String password) {
        Optional<UserEntity> user = users.find(username);
        boolean matches = PasswordHash.matches(
                password, user.map(found -> found.passwordHash).orElse(PasswordHash.OF_NOBODY));
        return user.filter(found -> matches && found.active).map(found -> found.id);
    }
}
