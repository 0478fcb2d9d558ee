package io.pilotage.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as it will be read later by somebody who was not there.
 *
 * @param chain key of the case, or the chain of an {@link Undertaking} that belongs to no case
 * @param at when, in whole seconds because the connection to the production database carries no more
 * @param actor id of the person who acted, or {@link #PRODUCT}
 * @param role group in whose name the person acted, if any
 * @param onBehalfOf id of the person for whom a deputy or superior acted, if any
 * @param kind what sort of thing happened, in one word such as {@code completed}, {@code refused}, {@code escalated}
 * @param phase the phase the case was in, if any
 * @param modelVersion version of the process model
 * @param formVersion version of the form that was answered
 * @param tables versions of the decision tables that were asked, by table
 * @param sentenceKey message key of the plain sentence that tells it
 * @param arguments what the sentence names, in the order of its placeholders, by name
 * @param details everything else worth keeping, for example a form's answers: texts, numbers, truth values, dates,
 *     {@link Personal} values, lists and maps of those; null values allowed
 */
public record TrailEntry(
        String chain,
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
        Map<String, Integer> tables,
        String sentenceKey,
        Map<String, Object> arguments,
        Map<String, Object> details) {

    /** The product itself as an actor, for example at a deadline. */
    public static final String PRODUCT = "pilotage";

    /** What is read in place of a person or a text that was erased. */
    public static final String ERASED = "erased";

    public TrailEntry {
        at = at.truncatedTo(ChronoUnit.SECONDS);
        tables = Map.copyOf(tables);
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** The same, in a phase. */
    TrailEntry inPhase(@Nullable String named) {
        return new TrailEntry(
                chain,
                at,
                actor,
                role,
                onBehalfOf,
                kind,
                named,
                processId,
                modelVersion,
                elementId,
                formId,
                formVersion,
                tables,
                sentenceKey,
                arguments,
                details);
    }

    /** Begins an entry; its sentence is {@code trail.<kind>} unless another one is named. */
    public static Builder of(String chain, Instant at, String actor, String kind) {
        return new Builder(chain, at, actor, kind);
    }

    /** Gathers the parts of an entry that not every entry has. */
    public static final class Builder {

        private final String chain;
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
        private Map<String, Integer> tables = Map.of();
        private String sentenceKey;

        private Builder(String chain, Instant at, String actor, String kind) {
            this.chain = chain;
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

        /** Names the decision tables that were asked, each with its version. */
        public Builder tables(Map<String, Integer> versions) {
            this.tables = versions;
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

        /** Adds a person whom the sentence names; the chain holds only a commitment to who it is. */
        public Builder person(String name, @Nullable String id) {
            return argument(name, id == null ? null : Personal.person(id));
        }

        /** Adds persons whom the sentence names. */
        public Builder persons(String name, Collection<String> ids) {
            return argument(name, ids.stream().map(Personal::person).toList());
        }

        /** Adds words of the person who acts; the chain holds only a commitment to them. */
        public Builder words(String name, @Nullable String words) {
            return argument(name, words == null ? null : Personal.words(words, actor));
        }

        public Builder details(Map<String, Object> more) {
            details.putAll(more);
            return this;
        }

        public TrailEntry build() {
            return new TrailEntry(
                    chain,
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
                    tables,
                    sentenceKey,
                    arguments,
                    details);
        }
    }
}
