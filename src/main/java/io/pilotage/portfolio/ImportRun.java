package io.pilotage.portfolio;

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

    /** How far a run is. */
    public enum State {
        /** Every row was looked at; nothing is brought in yet. */
        CHECKED,
        RUNNING,
        DONE
    }
}
