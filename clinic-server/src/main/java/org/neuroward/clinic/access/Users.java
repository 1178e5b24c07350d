package org.neuroward.clinic.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** The people who may sign in. */
@ApplicationScoped
public class Users {
    private final EntityManager entities;

    Users(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Makes a person's account.
     *
     * @param username unique without regard to case
     * @param simulated whether the person exists only for demonstration
     * @return the new person's id
     */
    @Transactional
    public UUID add(String username, String displayName, Role role, String password, boolean simulated) {
        UserEntity user = new UserEntity();
        user.id = UUID.randomUUID();
        user.username = username;
        user.displayName = displayName;
        user.role = role;
        user.passwordHash = PasswordHash.of(password);
        user.active = true;
        user.simulated = simulated;
        user.createdAt = Instant.now();
        entities.persist(user);
        return user.id;
    }

    /** Whether someone has this user name. */
    @Transactional
    public boolean exists(String username) {
        return find(username).isPresent();
    }

    /** The name under which a person is shown. */
    @Transactional
    public String displayName(UUID id) {
        return get(id).displayName;
    }

    /** The name under which a person signs in. */
    @Transactional
    public String username(UUID id) {
        return get(id).username;
    }

    Optional<UserEntity> find(String username) {
        List<UserEntity> found = entities.createQuery("from UserEntity where lower(username) = :name", UserEntity.class)
                .setParameter("name", username.toLowerCase(Locale.ROOT))
                .getResultList();
        return found.stream().findFirst();
    }

    UserEntity get(UUID id) {
        UserEntity user = entities.find(UserEntity.class, id);
        if (user == null) {
            throw new NoSuchElementException("unknown user: id=" + id);
        }
        return user;
    }
}
