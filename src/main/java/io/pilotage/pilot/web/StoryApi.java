package io.pilotage.pilot.web;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.TrailFilter;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.TrailSentences;
import io.pilotage.workflow.Inbox;
import io.pilotage.workflow.OpenTask;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.TaskClock;
import io.pilotage.workflow.Wait;
import io.pilotage.workflow.Waits;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells the task list the story of the pilot that an open task belongs to. */
@RestController
class StoryApi {

    private static final int ENTRIES = 50;

    private final Inbox inbox;
    private final Waits waits;
    private final PilotManagement pilots;
    private final Trail trail;
    private final CaseReaders readers;
    private final TrailSentences sentences;
    private final CaseWords words;
    private final Times times;

    StoryApi(
            Inbox inbox,
            Waits waits,
            PilotManagement pilots,
            Trail trail,
            CaseReaders readers,
            TrailSentences sentences,
            CaseWords words,
            Times times) {
        this.inbox = inbox;
        this.waits = waits;
        this.pilots = pilots;
        this.trail = trail;
        this.readers = readers;
        this.sentences = sentences;
        this.words = words;
        this.times = times;
    }

    @GetMapping("/api/tasks/{taskId}/story")
    TaskStory story(@PathVariable String taskId, Authentication reader) {
        readers.admit(reader);
        OpenTask task = inbox.find(taskId).orElseThrow(() -> Refused.missing("workflow.task.gone"));
        Pilot pilot = pilots.get(task.pilotKey());
        Optional<TaskClock> clock = waits.clockOf(task);
        return new TaskStory(
                new TaskStory.Subject(
                        pilot.key(),
                        pilot.proposal().title(),
                        pilot.phase().process(),
                        pilot.tier() == null ? null : pilot.tier().code(),
                        "/pilots/" + pilot.key()),
                clock.map(TaskClock::waiting)
                        .map(wait -> waitingFor(pilot, wait))
                        .orElse(null),
                clock.map(running -> due(pilot, running)).orElse(null),
                waits.mayWait(task, reader.getName()),
                trail.of(pilot.key(), TrailFilter.ALL, PageRequest.of(0, ENTRIES)).stream()
                        .map(RecordedEntry::entry)
                        .map(entry -> entry(pilot, entry))
                        .toList());
    }

    private TaskStory.WaitingFor waitingFor(Pilot pilot, Wait wait) {
        return new TaskStory.WaitingFor(
                wait.reason(), wait.forWhom(), wait.note(), times.offset(pilot, wait.since()), words.person(wait.by()));
    }

    private TaskStory.Due due(Pilot pilot, TaskClock clock) {
        @Nullable Instant next = clock.nextAt();
        return new TaskStory.Due(
                times.offset(pilot, clock.due()), clock.nextLevel(), next == null ? null : times.offset(pilot, next));
    }

    private TaskStory.Entry entry(Pilot pilot, TrailEntry entry) {
        return new TaskStory.Entry(times.offset(pilot, entry.at()), words.person(entry.actor()), sentences.of(entry));
    }
}
