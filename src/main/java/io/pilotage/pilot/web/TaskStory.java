package io.pilotage.pilot.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tab <i>Pilot</i> of a task shows, as JSON. */
record TaskStory(
        Subject pilot,
        @Nullable WaitingFor waitingFor,
        @Nullable Due deadline,
        boolean mayWait,
        List<Entry> entries) {

    /** The case the task belongs to; codes for phase and tier, which the tab says in words. */
    record Subject(
            String key,
            String title,
            String phase,
            @Nullable String tier,
            String url) {}

    /** Who waits for whom since when, and why. */
    record WaitingFor(
            String reason, String forWhom, @Nullable String note, OffsetDateTime since, String by) {}

    /** When the task is due, and who is asked next without an answer. */
    record Due(
            OffsetDateTime due,
            @Nullable String nextLevel,
            @Nullable OffsetDateTime nextAt) {}

    /** One thing that happened. */
    record Entry(OffsetDateTime at, String who, String sentence) {}
}
