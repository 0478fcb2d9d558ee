package io.pilotage.sample;

import io.pilotage.sample.process.Rehearsal;
import io.pilotage.workflow.OpenTask;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A made-up pilot on its way: one task at a time, at the pace of its people, on working days. */
final class SampleJourney {

    private static final int OPENING_HOUR = 8;
    private static final int WORKING_HOURS = 9;
    private static final int STRIDE = 7;

    private final SamplePilot pilot;
    private final SampleAnswers answers;
    private final Map<String, Integer> done = new HashMap<>();
    private ZonedDateTime next;
    private @Nullable String key;
    private int steps;

    SampleJourney(SamplePilot pilot, SampleAnswers answers, Instant present) {
        this.pilot = pilot;
        this.answers = answers;
        this.next = workingTime(present.atZone(ZoneOffset.UTC).minusDays(pilot.began()));
    }

    /** When its people act next. */
    Instant next() {
        return next.toInstant();
    }

    SamplePilot pilot() {
        return pilot;
    }

    /** Proposes the pilot, or completes the most urgent of its open tasks that anybody completes. */
    void act(Rehearsal rehearsal) {
        steps++;
        next = workingTime(next.plusDays(pilot.pace()));
        if (key == null) {
            key = rehearsal.propose(pilot.owner(), answers("submitIntake", rehearsal));
            return;
        }
        Optional<OpenTask> task = rehearsal.open(key).stream()
                .filter(open -> !pilot.stopAt().contains(open.taskId()))
                .findFirst();
        task.ifPresent(open -> rehearsal.complete(open, answers(open.taskId(), rehearsal)));
    }

    private Map<String, Object> answers(String task, Rehearsal rehearsal) {
        return answers.of(pilot, task, done.merge(task, 1, Integer::sum), rehearsal.now());
    }

    /** Some time of a working day, each time another one. */
    private ZonedDateTime workingTime(ZonedDateTime day) {
        ZonedDateTime time = day.withHour(OPENING_HOUR + (steps * STRIDE) % WORKING_HOURS)
                .withMinute((steps * WORKING_HOURS * STRIDE) % 60);
        while (time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY) {
            time = time.plusDays(1);
        }
        return time;
    }
}
