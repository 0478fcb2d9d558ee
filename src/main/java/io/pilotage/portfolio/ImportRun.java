package io.pilotage.portfolio;

import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.Undertaking;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One file brought in, or about to be.
 *
 * @param mapping text of the mapping as it was when the file was checked
 * @param beatAt when the run last finished a batch
 */
public record ImportRun(
        String id,
        String fileName,
        long fileSize,
        String mappingName,
        String mapping,
        String source,
        State state,
        String startedBy,
        Instant createdAt,
        @Nullable Instant begunAt,
        @Nullable Instant beatAt,
        @Nullable Instant endedAt) {

    /** Characters that the name of a file may have. */
    public static final int LONGEST_NAME = 200;

    /** Begins an entry of the trail about this run. */
    TrailEntry.Builder entry(Instant at, String kind, String person) {
        return TrailEntry.of(Undertaking.IMPORT.chain(id), at, person, kind)
                .argument("run", id)
                .words("file", fileName)
                .argument("mapping", mappingName);
    }

    /** How far a run is. */
    public enum State {
        /** Every row was looked at; nothing is brought in yet. */
        CHECKED,
        RUNNING,
        DONE
    }
}
