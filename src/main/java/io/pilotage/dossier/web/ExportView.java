package io.pilotage.dossier.web;

import io.pilotage.dossier.Export;
import io.pilotage.dossier.Export.Progress;
import io.pilotage.pilot.CaseWords;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An export as pages and calls show it.
 *
 * @param failed pilots whose part could not be made; the file says which
 */
record ExportView(
        String id,
        Export.Kind kind,
        Export.State state,
        int total,
        int done,
        int failed,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt) {

    static ExportView of(Export export, Progress progress, CaseWords words) {
        return new ExportView(
                export.id(),
                export.kind(),
                export.state(),
                progress.total(),
                progress.done(),
                progress.failed(),
                words.person(export.askedBy()),
                export.askedAt(),
                export.endedAt());
    }

    /** Whether it is still being made. */
    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean isRunning() {
        return state == Export.State.RUNNING;
    }

    /** Whether it is there to be fetched. */
    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean isMade() {
        return state == Export.State.DONE;
    }

    /** Pilots that are through, well or not. */
    public int through() {
        return done + failed;
    }
}
