package org.neuroward.clinic.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Answers, for menus and links, what the access table lets a role do. */
@ApplicationScoped
public class Routes {
    private final AccessTable table;

    Routes(AccessTable table) {
        this.table = table;
    }

    /** Whether a person of this role may send this request. */
    public boolean allows(Role role, String method, String path) {
        return table.find(method, path)
                .filter(row -> row.allows(Optional.of(role)))
                .isPresent();
    }
}
