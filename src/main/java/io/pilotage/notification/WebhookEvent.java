package io.pilotage.notification;

import java.time.Instant;
import java.util.Map;

/**
 * Something that programs of other makers may want to know.
 *
 * @param event what happened, for example {@code gate.decided}
 * @param idempotencyKey what it is about so exactly that saying it again under the same key says nothing new; at most
 *     190 characters
 * @param pilotKey key of the case
 * @param facts what is said about it: texts, numbers, lists of them; names and free text of people stay inside
 */
public record WebhookEvent(
        String event, String idempotencyKey, String pilotKey, Instant occurredAt, Map<String, Object> facts) {

    public WebhookEvent {
        facts = Map.copyOf(facts);
    }
}
