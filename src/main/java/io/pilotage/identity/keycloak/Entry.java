package io.pilotage.identity.keycloak;

import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in, as Keycloak's directory has them.
 *
 * @param id the subject of their tokens, which never changes
 */
public record Entry(
        String id,
        String firstName,
        String lastName,
        @Nullable String email,
        Set<Role> roles) {

    /** The name to show. */
    public String name() {
        return (firstName + " " + lastName).strip();
    }

    boolean says(Person person) {
        return name().equals(person.name())
                && java.util.Objects.equals(email, person.email())
                && roles.equals(person.roles());
    }
}
