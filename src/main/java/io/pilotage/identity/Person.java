package io.pilotage.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person as the identity provider knows them: id, name to show, address to write to, roles held. */
public record Person(String id, String name, @Nullable String email, Set<Role> roles) {

    /** Whether the person holds the role now. */
    public boolean holds(Role role) {
        return roles.contains(role);
    }
}
