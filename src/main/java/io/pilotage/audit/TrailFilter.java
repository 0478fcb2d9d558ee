package io.pilotage.audit;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a case somebody wants to read.
 *
 * @param kinds only these; empty for all
 * @param actor only what this person did; null for everybody
 * @param phase only what happened in this phase; null for all
 * @param elementId only what happened at this element of a model; null for all
 */
public record TrailFilter(
        Set<String> kinds,
        @Nullable String actor,
        @Nullable String phase,
        @Nullable String elementId) {

    /** Leaves nothing out. */
    public static final TrailFilter ALL = new TrailFilter(Set.of(), null, null, null);

    public TrailFilter {
        kinds = Set.copyOf(kinds);
    }

    public TrailFilter ofKinds(String... kinds) {
        return new TrailFilter(Set.of(kinds), actor, phase, elementId);
    }

    public TrailFilter by(@Nullable String actor) {
        return new TrailFilter(kinds, actor, phase, elementId);
    }

    public TrailFilter inPhase(@Nullable String phase) {
        return new TrailFilter(kinds, actor, phase, elementId);
    }

    public TrailFilter at(@Nullable String elementId) {
        return new TrailFilter(kinds, actor, phase, elementId);
    }
}
