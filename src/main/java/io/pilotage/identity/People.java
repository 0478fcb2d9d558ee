package io.pilotage.identity;

import java.util.List;
import java.util.Optional;

/** Who there is and which roles they hold, read from the identity provider and never written by us. */
public interface People {

    /** The person with this id (login name), or empty when there is none. */
    Optional<Person> find(String id);

    /** Everybody who holds the role, ordered by name. */
    List<Person> holding(Role role);

    /** The name to show for an id; the id itself for somebody who is gone. */
    default String nameOf(String id) {
        return find(id).map(Person::name).orElse(id);
    }
}
