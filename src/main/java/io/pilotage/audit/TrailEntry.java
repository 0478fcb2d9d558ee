package io.pilotage.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened on a case, as it will be read later by somebody who was not there.
 *
 * @param caseKey key of the pilot, or of what else the trail is kept for
 * @param kind what sort of thing happened, in one word such as {@code completed}, {@code refused}, {@code escalated}
 * @param actor id of the person who acted; null when the product itself did, for example at a deadline
 * @param role group in which the person acted
 * @param onBehalfOf id of the person for whom a deputy or superior acted
 * @param modelVersion version of the process model
 * @param formVersion version of the form that was answered
 * @param sentenceKey message key of the plain sentence that tells it
 * @param arguments what the sentence names, in the order of its placeholders, by name
 * @param details everything else worth keeping, for example a form's answers: texts, numbers, truth values, dates,
 *     lists and maps of those; null values allowed
 */
public record TrailEntry(
        String caseKey,
        String kind,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String onBehalfOf,
        @Nullable String phase,
        @Nullable String processId,
        @Nullable String modelVersion,
        @Nullable String elementId,
        @Nullable String formId,
        @Nullable String formVersion,
        String sentenceKey,
        Map<String, ?> arguments,
        Map<String, ?> details) {

    public TrailEntry {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Begins an entry; its sentence is {@code audit.<kind>} unless another one is named. */
    public static Builder of(String caseKey, String kind) {
        return new Builder(caseKey, kind);
    }

    /** Gathers an entry; everything not named stays empty. */
    public static final class Builder {

        private final String caseKey;
        private final String kind;
        private final Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        private final Map<String, @Nullable Object> details = new LinkedHashMap<>();
        private @Nullable String actor;
        private @Nullable String role;
        private @Nullable String onBehalfOf;
        private @Nullable String phase;
        private @Nullable String processId;
        private @Nullable String modelVersion;
        private @Nullable String elementId;
        private @Nullable String formId;
        private @Nullable String formVersion;
        private String sentenceKey;

        private Builder(String caseKey, String kind) {
            this.caseKey = caseKey;
            this.kind = kind;
            this.sentenceKey = "audit." + kind;
        }

        /** Names the person and the group in which they acted. */
        public Builder by(@Nullable String actor, @Nullable String role) {
            this.actor = actor;
            this.role = role;
            return this;
        }

        public Builder onBehalfOf(@Nullable String person) {
            this.onBehalfOf = person;
            return this;
        }

        public Builder phase(@Nullable String phase) {
            this.phase = phase;
            return this;
        }

        /** Names the process model and its version. */
        public Builder process(@Nullable String id, @Nullable String modelVersion) {
            this.processId = id;
            this.modelVersion = modelVersion;
            return this;
        }

        /** Names the element of the model where it happened. */
        public Builder element(@Nullable String id) {
            this.elementId = id;
            return this;
        }

        /** Names the form and the version of it that was answered. */
        public Builder form(@Nullable String id, @Nullable String version) {
            this.formId = id;
            this.formVersion = version;
            return this;
        }

        public Builder sentence(String messageKey) {
            this.sentenceKey = messageKey;
            return this;
        }

        /** Adds what the sentence's next placeholder stands for. */
        public Builder argument(String name, @Nullable Object value) {
            arguments.put(name, value);
            return this;
        }

        public Builder detail(String name, @Nullable Object value) {
            details.put(name, value);
            return this;
        }

        public Builder details(Map<String, ?> more) {
            details.putAll(more);
            return this;
        }

        public TrailEntry build() {
            return new TrailEntry(
                    caseKey,
                    kind,
                    actor,
                    role,
                    onBehalfOf,
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
