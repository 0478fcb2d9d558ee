package io.pilotage.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something people should be told by mail, once.
 *
 * @param kind what it is, for example {@code escalation.reminder}; its words are the messages
 *     {@code notification.<kind>.subject} and {@code notification.<kind>.body}, which any module may bring
 * @param idempotencyKey what it is about so exactly that telling it again under the same key tells nobody twice, for
 *     example task and level; at most 190 characters
 * @param recipients ids of people, or addresses
 * @param arguments what the words name, in the order of their placeholders; a {@link java.time.ZonedDateTime} is
 *     written out in the language, other values as a message format does
 * @param link path within the product that leads to the matter, beginning with one slash, or null
 * @param pilotKey key of the case, or null
 */
public record Announcement(
        String kind,
        String idempotencyKey,
        Set<String> recipients,
        Locale language,
        List<Object> arguments,
        @Nullable String link,
        @Nullable String pilotKey) {

    public Announcement {
        recipients = Set.copyOf(recipients);
        arguments = List.copyOf(arguments);
        if (link != null && !link.matches("/(?!/)\\S*")) {
            throw new IllegalArgumentException("Not a path within the product: " + link);
        }
    }

    /** Begins an announcement. */
    public static Builder of(String kind, String idempotencyKey) {
        return new Builder(kind, idempotencyKey);
    }

    /** Gathers an announcement; English, to nobody, until told otherwise. */
    public static final class Builder {

        private final String kind;
        private final String idempotencyKey;
        private final Set<String> recipients = new LinkedHashSet<>();
        private final List<Object> arguments = new ArrayList<>();
        private Locale language = Locale.ENGLISH;
        private @Nullable String link;
        private @Nullable String pilotKey;

        private Builder(String kind, String idempotencyKey) {
            this.kind = kind;
            this.idempotencyKey = idempotencyKey;
        }

        public Builder to(Collection<String> people) {
            recipients.addAll(people);
            return this;
        }

        public Builder to(String... people) {
            return to(List.of(people));
        }

        public Builder in(Locale language) {
            this.language = language;
            return this;
        }

        /** Adds what the next placeholders of the words stand for. */
        public Builder naming(Object... arguments) {
            this.arguments.addAll(List.of(arguments));
            return this;
        }

        public Builder link(String path) {
            this.link = path;
            return this;
        }

        public Builder pilot(String key) {
            this.pilotKey = key;
            return this;
        }

        public Announcement build() {
            return new Announcement(kind, idempotencyKey, recipients, language, arguments, link, pilotKey);
        }
    }
}
