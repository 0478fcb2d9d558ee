package io.pilotage.workflow;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.People;
import io.pilotage.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "Waiting for": the only thing that stops a deadline's clock. While a task waits nothing escalates; when it carries on,
 * every step still ahead moves by the business time waited.
 */
@Service
@Transactional
public class Waits {

    /** The taxonomy of reasons (R5), as forms and pages send it. */
    public static final Set<String> REASONS =
            Set.of("coordination", "ownership", "readiness", "value", "data", "risk", "capacity", "funding", "other");

    private static final int LONGEST_WHOM = 200;
    private static final int LONGEST_NOTE = 4000;

    private final Inbox inbox;
    private final DeadlineBook deadlines;
    private final WaitBook waits;
    private final DeadlineTimer timer;
    private final BusinessCalendar calendar;
    private final People people;
    private final Trail trail;
    private final Clock clock;

    Waits(
            Inbox inbox,
            DeadlineBook deadlines,
            WaitBook waits,
            DeadlineTimer timer,
            BusinessCalendar calendar,
            People people,
            Trail trail,
            Clock clock) {
        this.inbox = inbox;
        this.deadlines = deadlines;
        this.waits = waits;
        this.timer = timer;
        this.calendar = calendar;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Stops the clock of an open task.
     *
     * @param reason one of {@link #REASONS}
     * @param forWhom whom or what is waited for, at most 200 characters
     * @param person who says so: the one who has the task, or somebody of its role
     * @throws Refused when the task is done, waits already or is not the person's, or when something is not said
     */
    public void start(String engineTaskId, String reason, String forWhom, @Nullable String note, String person) {
        mustBeSaid(reason, forWhom, note);
        OpenTask task = own(engineTaskId, person);
        Deadline deadline = deadline(task);
        if (deadline.isPaused()) {
            throw Refused.conflict("workflow.wait.already");
        }
        Instant now = clock.instant();
        @Nullable String kept = note == null || note.isBlank() ? null : note.strip();
        waits.start(deadline, engineTaskId, new Wait(reason, forWhom.strip(), kept, person, now));
        deadlines.pause(deadline.id(), now);
        timer.stop(deadline);
        trail.append(TrailEntry.of(task.pilotKey(), now, person, "waiting")
                .as(task.role(), null)
                .element(task.processId(), null, task.taskId())
                .words("forWhom", forWhom.strip())
                .argument("reason", reason)
                .words("note", kept)
                .build());
    }

    private static void mustBeSaid(String reason, String forWhom, @Nullable String note) {
        List<FieldsRefused.Field> wrong = new ArrayList<>();
        if (!REASONS.contains(reason)) {
            wrong.add(new FieldsRefused.Field("reason", "workflow.wait.reason"));
        }
        if (forWhom.isBlank()) {
            wrong.add(new FieldsRefused.Field("forWhom", "workflow.wait.forWhom"));
        }
        if (!wrong.isEmpty()) {
            throw new FieldsRefused("workflow.wait.incomplete", wrong);
        }
        if (forWhom.length() > LONGEST_WHOM) {
            throw FieldsRefused.of("forWhom", "site.input.tooLong", LONGEST_WHOM);
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw FieldsRefused.of("note", "site.input.tooLong", LONGEST_NOTE);
        }
    }

    /** Lets the clock run again. @throws Refused when the task is done, does not wait or is not the person's */
    public void end(String engineTaskId, String person) {
        OpenTask task = own(engineTaskId, person);
        Deadline deadline = deadline(task);
        if (!deadline.isPaused()) {
            throw Refused.conflict("workflow.wait.not");
        }
        carryOn(deadline);
        trail.append(TrailEntry.of(task.pilotKey(), clock.instant(), person, "carriedOn")
                .as(task.role(), null)
                .element(task.processId(), null, task.taskId())
                .build());
    }

    /** Whether the person may stop and start the clock of the task. */
    @Transactional(readOnly = true)
    public boolean mayWait(OpenTask task, String person) {
        return person.equals(task.assignee())
                || Role.ofGroup(task.role())
                        .flatMap(role -> people.find(person).map(known -> known.holds(role)))
                        .orElse(false);
    }

    /** How the clock of an open task stands; empty for a task without a deadline. */
    @Transactional(readOnly = true)
    public Optional<TaskClock> clockOf(OpenTask task) {
        Instant now = clock.instant();
        return deadlines.find(task.processInstanceId(), task.taskId()).map(deadline -> {
            Instant due = deadline.steps().due();
            Instant until = deadline.pausedAt() == null ? now : deadline.pausedAt();
            double late = until.isAfter(due) ? calendar.daysBetween(due, until, deadline.region()) : 0;
            Optional<EscalationLevel> next =
                    deadline.isPaused() ? Optional.<EscalationLevel>empty() : deadline.nextLevel(now);
            return new TaskClock(
                    due,
                    late,
                    deadline.level() == 0
                            ? null
                            : EscalationLevel.of(deadline.level()).shortName(),
                    next.map(EscalationLevel::shortName).orElse(null),
                    next.isPresent() ? deadline.nextAfter(now) : null,
                    waits.of(deadline.id()).orElse(null));
        });
    }

    /** A task that is done or taken back waits no longer; others of the same deadline carry on. */
    void over(String engineTaskId, String processInstanceId, String taskId) {
        if (waits.isWaiting(engineTaskId)) {
            deadlines.find(processInstanceId, taskId).ifPresent(this::carryOn);
        }
    }

    private void carryOn(Deadline deadline) {
        Instant now = clock.instant();
        Instant since = deadline.pausedAt() == null ? now : deadline.pausedAt();
        Duration waited = calendar.between(since, now, deadline.region());
        Deadline.Steps steps = deadline.steps().shifted(since, step -> calendar.plus(step, waited, deadline.region()));
        Deadline running = deadline.carryingOn(steps);
        List<String> open = inbox.openAt(deadline.processInstanceId(), deadline.taskId());
        waits.end(deadline.id(), now);
        deadlines.resume(deadline.id(), steps);
        open.forEach(task -> inbox.due(task, steps.due()));
        timer.carryOn(running, steps.due(), running.nextAfter(now), open);
    }

    private OpenTask own(String engineTaskId, String person) {
        OpenTask task = inbox.find(engineTaskId).orElseThrow(() -> Refused.missing("workflow.task.gone"));
        if (!mayWait(task, person)) {
            throw Refused.forbidden("workflow.wait.notYours");
        }
        return task;
    }

    private Deadline deadline(OpenTask task) {
        return deadlines
                .find(task.processInstanceId(), task.taskId())
                .orElseThrow(() -> Refused.missing("workflow.task.gone"));
    }
}
