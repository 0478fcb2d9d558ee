package io.pilotage.identity.keycloak;

/** Keycloak gave no usable answer: it is down, too slow, or does not let us read people. */
public class KeycloakAway extends RuntimeException {

    KeycloakAway(String reason) {
        super(reason);
    }
}
