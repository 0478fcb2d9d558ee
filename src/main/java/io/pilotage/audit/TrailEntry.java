package io.pilotage.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened on a case, as it will be read later by somebody who was not there.
 *
 * @param pilotKey key of the case
 * @param at when, in whole seconds because the connection to the production database carries no more
 * @param actor id of the person who acted, or {@link #PRODUCT}
 * @param role group in whose name the person acted, if any
 * @param onBehalfOf id of the person for whom a deputy or superior acted, if any
 * @param kind what sort of thing happened, in one word such as {@code completed}, {@code refused}, {@code escalated}
 * @param phase the phase the case was in, if any
 * @param modelVersion version of the process model
 * @param formVersion version of the form that was answered
 * @param sentenceKey message key of the plain sentence that tells it
 * @param arguments what the sentence names, in the order of its placeholders, by name
 * @param details everything else worth keeping, for example a form's answers: texts, numbers, truth values, dates,
 *     lists and maps of those; null values allowed
 */
public record TrailEntry(
        String pilotKey,
        Instant at,
        String actor,
        @Nullable String role,
        @Nullable String onBehalfOf,
        String kind,
        @Nullable String phase,
        @Nullable String processId,
        @Nullable Integer modelVersion,
        @Nullable String elementId,
        @Nullable String formId,
        @Nullable String formVersion,
        String sentenceKey,
        Map<String, Object> arguments,
        Map<String, Object> details) {

    /** The product itself as an actor, for example at a deadline. */
    public static final String PRODUCT = "pilotage";

    public TrailEntry {
        at = at.truncatedTo(ChronoUnit.SECONDS);
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Begins an entry; its sentence is {@code trail.<kind>} unless another one is named. */
    public static Builder of(String pilotKey, Instant at, String actor, String kind) {
        return new Builder(pilotKey, at, actor, kind);
    }

    /** Gathers the parts of an entry that not every entry has. */
    public static final class Builder {

        private final String pilotKey;
        private final Instant at;
        private final String actor;
        private final String kind;
        private final Map<String, Object> arguments = new LinkedHashMap<>();
        private final Map<String, Object> details = new LinkedHashMap<>();
        private @Nullable String role;
        private @Nullable String onBehalfOf;
        private @Nullable String phase;
        private @Nullable String processId;
        private @Nullable Integer modelVersion;
        private @Nullable String elementId;
        private @Nullable String formId;
        private @Nullable String formVersion;
        private String sentenceKey;

        private Builder(String pilotKey, Instant at, String actor, String kind) {
            this.pilotKey = pilotKey;
            this.at = at;
            this.actor = actor;
            this.kind = kind;
            this.sentenceKey = "trail." + kind;
        }

        /** Names the group in whose name the person acted and, for a deputy or superior, for whom. */
        public Builder as(@Nullable String role, @Nullable String onBehalfOf) {
            this.role = role;
            this.onBehalfOf = onBehalfOf;
            return this;
        }

        public Builder phase(@Nullable String phase) {
            this.phase = phase;
            return this;
        }

        /** Names the process, the version of its model and the element where it happened. */
        public Builder element(@Nullable String processId, @Nullable Integer modelVersion, @Nullable String elementId) {
            this.processId = processId;
            this.modelVersion = modelVersion;
            this.elementId = elementId;
            return this;
        }

        /** Names the form and the version of it that was answered. */
        public Builder form(@Nullable String formId, @Nullable String formVersion) {
            this.formId = formId;
            this.formVersion = formVersion;
            return this;
        }

        public Builder sentence(String messageKey) {
            this.sentenceKey = messageKey;
            return this;
        }

        /** Adds what the sentence's next placeholder stands for; null stands for nothing. */
        public Builder argument(String name, @Nullable Object value) {
            arguments.put(name, value == null ? "" : value);
            return this;
        }

        public Builder details(Map<String, Object> more) {
            details.putAll(more);
            return this;
        }

        public TrailEntry build() {
            return new TrailEntry(
                    pilotKey,
                    at,
                    actor,
                    role,
                    onBehalfOf,
                    kind,
                    phase,
                    processId,
                    modelVersion,
                    elementId,
                    formId,
                    formVersion,
                    sentenceKey,
                    arguments,
                    details);
        }
    }
}
