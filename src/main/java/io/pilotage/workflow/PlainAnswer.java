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
 * @param signing the page on which a person confirms a signature, or null
 * @param challenge the header {@code WWW-Authenticate}, or null
 */
record PlainAnswer(
        int status,
        String kind,
        String message,
        @Nullable String reference,
        @Nullable String signing,
        @Nullable String challenge) {

    PlainAnswer(int status, String kind, String message, @Nullable String reference) {
        this(status, kind, message, reference, null, null);
    }

    /** That something is signed by a person who has just signed in (RFC 9470 where that is a way out for a program). */
    static PlainAnswer unsigned(SignatureMissing missing, String sentence) {
        String challenge = missing.challenge().orElse(null);
        return new PlainAnswer(
                challenge == null ? 403 : 401,
                "unsigned",
                sentence,
                null,
                missing.place().orElse(null),
                challenge);
    }

    /** A program that meets a page made for people is told in the type made for programs (RFC 9457). */
    String mediaType() {
        return kind.equals("unsigned") && signing == null ? "application/problem+json" : "application/json";
    }

    /** As the engine's own clients expect it, {@code type} and {@code message}, with the members of RFC 9457 beside. */
    Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", kind);
        json.put("message", message);
        json.put("status", status);
        json.put("detail", message);
        if (signing != null) {
            json.put("signing", signing);
        }
        if (reference != null) {
            json.put("reference", reference);
        }
        return json;
    }
}
