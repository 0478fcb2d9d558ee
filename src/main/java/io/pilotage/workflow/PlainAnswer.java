package io.pilotage.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person or program reads when the engine could not do as asked.
 *
 * @param status the HTTP status
 * @param kind one word for programs
 * @param message one sentence for people
 * @param reference where to look in the log, or null for a refusal, which needs no looking up
 */
record PlainAnswer(
        int status, String kind, String message, @Nullable String reference) {

    /** As the engine's own clients expect it, {@code type} and {@code message}, with the members of RFC 9457 beside. */
    Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", kind);
        json.put("message", message);
        json.put("status", status);
        json.put("detail", message);
        if (reference != null) {
            json.put("reference", reference);
        }
        return json;
    }
}
