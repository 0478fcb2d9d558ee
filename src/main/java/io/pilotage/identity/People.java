package io.pilotage.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who there is and which roles they hold, read from the identity provider and never written by us. */
public interface People {

    /** The person with this id (login name, or with Keycloak the subject), or empty when there is none. */
    Optional<Person> find(String id);

    /** Everybody who holds the role, ordered by name. */
    List<Person> holding(Role role);

    /** Names of everybody who holds the role, by id, in the order of the names; for a choice. */
    default Map<String, String> names(Role role) {
        Map<String, String> names = new LinkedHashMap<>();
        holding(role).forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    /** Names of everybody who holds any role, by id, in the order of the names; for a choice. */
    default Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            names.putAll(names(role));
        }
        return names;
    }

    /** The name to show for an id, also of somebody who is gone; the id itself when nobody of that id was ever there. */
    default String nameOf(String id) {
        return find(id).map(Person::name).orElse(id);
    }
}
