package io.pilotage.notification;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, as it stands in the outbox.
 *
 * @param recipient id of a person, or an address
 * @param link path within the product, or null
 * @param attempts how often sending was tried
 * @param lastError why the last attempt failed; null when none did or a later one went well
 */
public record Mail(
        long id,
        String idempotencyKey,
        String recipient,
        String kind,
        Locale language,
        String subject,
        String body,
        @Nullable String link,
        @Nullable String pilotKey,
        Instant createdAt,
        State state,
        int attempts,
        @Nullable String lastError,
        @Nullable Instant sentAt) {

    /** Where a mail is on its way; the names are stored. */
    public enum State {
        /** To be sent, or sent again. */
        WAITING,
        /** Handed to the mail server. */
        SENT,
        /** Never to be sent, only to be read here. */
        KEPT,
        /** Given up after many attempts. */
        FAILED
    }
}
