package io.pilotage.identity;

import java.util.List;
import java.util.Optional;

/** Who there is and which roles they hold, read from the identity provider and never written by us. */
public interface People {

    /** The person with this id (login name, or with Keycloak the subject), or empty when there is none. */
    Optional<Person> find(String id);

    /** Everybody who holds the role, ordered by name. */
    List<Person> holding(Role role);

    /** The name to show for an id, also of somebody who is gone; the id itself when nobody of that id was ever there. */
    String nameOf(String id);
}
