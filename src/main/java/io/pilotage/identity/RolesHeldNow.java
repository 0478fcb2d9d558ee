package io.pilotage.identity;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Tells a chain of filters of another module which roles somebody who is signed in holds now; a session knows none. */
@FunctionalInterface
public interface RolesHeldNow {

    /** Adds to the chain what it takes. */
    void on(HttpSecurity http);
}
