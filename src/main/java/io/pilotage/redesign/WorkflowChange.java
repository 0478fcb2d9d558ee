package io.pilotage.redesign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * How the work goes today, how it will go, and what becomes different in meetings, approvals and escalations (R95).
 *
 * @param asIs the work today in prose, where it was not mapped step by step
 * @param toBe the work to come in prose, where it was not mapped step by step
 * @param minutesBefore minutes per case today
 * @param minutesAfter minutes per case with the AI
 */
@Table("workflow_change")
public record WorkflowChange(
        @Id String pilotKey,
        @Nullable String asIs,
        @Nullable String toBe,
        @Nullable String painPoints,
        @Nullable String asIsDiagram,
        @Nullable String toBeDiagram,
        @Nullable BigDecimal minutesBefore,
        @Nullable BigDecimal minutesAfter,
        @Nullable String workRemoved,
        @Nullable String fallback,
        @Nullable String controlPoints,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<AsIsStep> steps,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<Ritual> rituals,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<ToBeStep> newSteps,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<RitualChange> ritualChanges,

        @Version @Nullable Integer version) {

    /** One step of the work as it is done today, and to whom it is handed on. */
    @Table("as_is_step")
    public record AsIsStep(
            String name,
            String role,
            BigDecimal minutes,
            @Nullable String handOff) {}

    /** A meeting, approval or escalation as it is held today. */
    @Table("as_is_ritual")
    public record Ritual(String kind, String name, String role, BigDecimal perMonth, BigDecimal minutes) {}

    /** One step of the work to come, and whether the output changes the decision there. */
    @Table("to_be_step")
    public record ToBeStep(String name, String role, String actor, BigDecimal minutes, boolean decisionMoment) {}

    /** A meeting, approval or escalation that is removed, changed or added, by whom and from when. */
    @Table("ritual_change")
    public record RitualChange(
            String kind,
            @Column("change_kind") String change,
            String name,
            String description,
            @Nullable String owner,
            @Nullable LocalDate effectiveOn) {

        /** Whether somebody makes it happen from a named day on. */
        public boolean isDatedAndOwned() {
            return owner != null && effectiveOn != null;
        }
    }

    /** Nothing is known of the work yet. */
    static WorkflowChange unknown(String pilotKey) {
        return new WorkflowChange(
                pilotKey, null, null, null, null, null, null, null, null, null, null, List.of(), List.of(), List.of(),
                List.of(), null);
    }

    /** The work today, step by step; what is known of the work to come stays. */
    public WorkflowChange today(
            List<AsIsStep> stepsToday, List<Ritual> ritualsToday, String pains, @Nullable String drawing) {
        BigDecimal minutes = stepsToday.stream().map(AsIsStep::minutes).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new WorkflowChange(
                pilotKey,
                asIs,
                toBe,
                pains,
                drawing,
                toBeDiagram,
                minutes,
                minutesAfter,
                workRemoved,
                fallback,
                controlPoints,
                stepsToday,
                ritualsToday,
                newSteps,
                ritualChanges,
                version);
    }

    /** The work to come, step by step; what is known of the work today stays. */
    public WorkflowChange tomorrow(List<ToBeStep> stepsToCome, List<RitualChange> changes, Tomorrow rest) {
        BigDecimal minutes = stepsToCome.stream().map(ToBeStep::minutes).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new WorkflowChange(
                pilotKey,
                asIs,
                toBe,
                painPoints,
                asIsDiagram,
                rest.diagram,
                minutesBefore,
                minutes,
                rest.workRemoved,
                rest.fallback,
                rest.controlPoints,
                steps,
                rituals,
                stepsToCome,
                changes,
                version);
    }

    /** The whole change as one form asks it of a small pilot. */
    public WorkflowChange inProse(
            String today,
            String tomorrow,
            BigDecimal before,
            BigDecimal after,
            String withoutAi,
            List<RitualChange> changes) {
        return new WorkflowChange(
                pilotKey,
                today,
                tomorrow,
                painPoints,
                asIsDiagram,
                toBeDiagram,
                before,
                after,
                workRemoved,
                withoutAi,
                controlPoints,
                List.of(),
                List.of(),
                List.of(),
                changes,
                version);
    }

    /** Whether the AI would only be laid on top of the work: no meeting, approval or escalation changes (R95). */
    public boolean isOverlay() {
        return ritualChanges.isEmpty();
    }

    /** Whether something changes, and every change has an owner and a day. */
    public boolean isRitualChangeDated() {
        return !isOverlay() && ritualChanges.stream().allMatch(RitualChange::isDatedAndOwned);
    }

    /** What beside the steps is said of the work to come. */
    public record Tomorrow(
            String workRemoved,
            String fallback,
            String controlPoints,
            @Nullable String diagram) {}
}
