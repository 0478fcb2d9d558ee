package io.pilotage.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of one open human task: when each level is reached, how far it has escalated, whether its clock stands.
 *
 * @param functionHeadGroup group that takes over at the second level when no superior is named
 * @param level steps announced so far: 0 none, 1 reminder (L0), 2 deputy (L1), 3 function head (L2), 4 chair (L3), 5
 *     total silence
 * @param pausedAt since when the task waits for somebody, or null while the clock runs
 */
record Deadline(
        String id,
        String processInstanceId,
        String executionId,
        String pilotKey,
        String processId,
        String taskId,
        @Nullable String roleGroup,
        String region,
        Instant openedAt,
        Steps steps,
        String functionHeadGroup,
        int level,
        @Nullable Instant levelAt,
        @Nullable Instant pausedAt,
        @Nullable Instant closedAt) {

    /** How long after the chair was told the chair is told again, as long as nobody acts. */
    static final Duration NUDGE = Duration.ofDays(7);

    /** Whether its task waits for somebody, so that no level is reached. */
    boolean isPaused() {
        return pausedAt != null;
    }

    /** The next level that nobody has been told of yet, or empty when all were. */
    Optional<EscalationLevel> nextLevel(Instant now) {
        int reached = levelAt(now);
        return reached < steps.levels().size() ? Optional.of(EscalationLevel.of(reached + 1)) : Optional.empty();
    }

    /** The instants of the levels, in order; silence is null for tasks where it has no consequence. */
    record Steps(
            Instant reminder,
            Instant due,
            Instant deputy,
            Instant functionHead,
            Instant chair,
            @Nullable Instant silence) {

        List<Instant> levels() {
            return Stream.of(reminder, deputy, functionHead, chair, silence)
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** The same steps with every one that lies after the given instant moved by the business time waited. */
        Steps shifted(Instant after, UnaryOperator<Instant> later) {
            UnaryOperator<Instant> move = step -> step.isAfter(after) ? later.apply(step) : step;
            return new Steps(
                    move.apply(reminder),
                    move.apply(due),
                    move.apply(deputy),
                    move.apply(functionHead),
                    move.apply(chair),
                    silence == null ? null : move.apply(silence));
        }
    }

    /** The next instant at which something is due after the given one; the chair is nudged weekly for ever. */
    Instant nextAfter(Instant now) {
        Optional<Instant> next =
                steps.levels().stream().filter(at -> at.isAfter(now)).min(Instant::compareTo);
        return next.orElseGet(() -> now.plus(NUDGE));
    }

    /** The level that has been reached at the given instant. */
    int levelAt(Instant now) {
        return (int) steps.levels().stream().filter(at -> !at.isAfter(now)).count();
    }

    /** The same deadline with its clock running again and the steps it has now. */
    Deadline carryingOn(Steps later) {
        return new Deadline(
                id,
                processInstanceId,
                executionId,
                pilotKey,
                processId,
                taskId,
                roleGroup,
                region,
                openedAt,
                later,
                functionHeadGroup,
                level,
                levelAt,
                null,
                closedAt);
    }

    /** Whether nobody acted until the last step, for a task where that has a consequence. */
    boolean isSilenceTotal(Instant now) {
        return steps.silence() != null && !steps.silence().isAfter(now);
    }
}
