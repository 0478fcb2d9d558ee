package io.pilotage.pilot.web;

import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.workflow.Inbox;
import io.pilotage.workflow.OpenTask;
import io.pilotage.workflow.TaskClock;
import io.pilotage.workflow.Wait;
import io.pilotage.workflow.Waits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who has a case and until when. */
@Component
class OpenTasks {

    private final Inbox inbox;
    private final Waits waits;
    private final CaseWords words;
    private final Times times;

    OpenTasks(Inbox inbox, Waits waits, CaseWords words, Times times) {
        this.inbox = inbox;
        this.waits = waits;
        this.words = words;
        this.times = times;
    }

    /**
     * One open task.
     *
     * @param mine whether the reader has it or may take it
     * @param daysLate business days, rounded down; negative while in time
     * @param level the level reached, in words; null before the first
     * @param next what comes next without an answer, and when; null when nothing does
     */
    record Row(
            String id,
            String name,
            String role,
            @Nullable String person,
            boolean mine,
            @Nullable String due,
            int daysLate,
            @Nullable String level,
            @Nullable String next,
            @Nullable WaitRow waiting) {}

    /** Who waits for whom, since when and why. */
    record WaitRow(
            String forWhom,
            String reason,
            String since,
            String by,
            @Nullable String note) {}

    List<Row> of(Pilot pilot, String reader) {
        return inbox.of(pilot.key()).stream()
                .map(task -> row(pilot, task, reader))
                .toList();
    }

    private Row row(Pilot pilot, OpenTask task, String reader) {
        @Nullable TaskClock clock = waits.clockOf(task).orElse(null);
        @Nullable Instant due = clock == null ? task.due() : clock.due();
        return new Row(
                task.engineTaskId(),
                words.task(task.taskId()),
                words.role(task.role()),
                task.assignee() == null ? null : words.person(task.assignee()),
                waits.mayWait(task, reader),
                due == null ? null : times.moment(pilot, due),
                clock == null || clock.daysLate() <= 0 ? -1 : (int) clock.daysLate(),
                clock == null || clock.level() == null
                        ? null
                        : clock.level() + " " + words.say("pilot.level." + clock.level()),
                clock == null ? null : next(pilot, clock),
                clock == null || clock.waiting() == null ? null : waiting(pilot, clock.waiting()));
    }

    private @Nullable String next(Pilot pilot, TaskClock clock) {
        @Nullable Instant at = clock.nextAt();
        return at == null
                ? null
                : words.say(
                        "pilot.case.open.next",
                        words.say("pilot.case.open.next." + clock.nextLevel()),
                        times.moment(pilot, at));
    }

    private WaitRow waiting(Pilot pilot, Wait wait) {
        return new WaitRow(
                wait.forWhom(),
                words.reason(wait.reason()),
                times.moment(pilot, wait.since()),
                words.person(wait.by()),
                wait.note());
    }
}
