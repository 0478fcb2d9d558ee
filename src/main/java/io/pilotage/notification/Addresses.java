package io.pilotage.notification;

import java.util.Optional;

/** Where to write to a person; answered by whoever knows the people. */
@FunctionalInterface
public interface Addresses {

    /** The person's e-mail address, or empty when there is none or no such person. */
    Optional<String> emailOf(String personId);

    /** The name to show for the person. */
    default String nameOf(String personId) {
        return personId;
    }
}
