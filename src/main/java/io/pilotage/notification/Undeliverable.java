package io.pilotage.notification;

import java.io.Serial;

/** Something that could not be handed over. */
class Undeliverable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_REASON = 400;

    private final String reason;

    Undeliverable(String reason) {
        super(reason);
        this.reason = reason;
    }

    Undeliverable(Exception cause) {
        super(cause);
        String message = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
        this.reason = message.substring(0, Math.min(message.length(), LONGEST_REASON));
    }

    /** In one line. */
    String reason() {
        return reason;
    }
}
