package io.pilotage.pilot.web;

import java.io.Serial;

/** Somebody asks for a pilot that is not there. */
class UnknownPilot extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String key;

    UnknownPilot(String key) {
        super("No pilot " + key);
        this.key = key;
    }

    String key() {
        return key;
    }
}
