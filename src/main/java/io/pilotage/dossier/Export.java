package io.pilotage.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked for over many pilots.
 *
 * @param language that the board pack speaks; a dossier speaks all of them
 * @param askedBy id of the person
 */
public record Export(
        String id,
        Kind kind,
        Locale language,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt) {

    /** What a board pack can speak. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** What is made of the pilots. */
    public enum Kind {
        /** One archive with the dossier of each. */
        DOSSIERS(5_000),
        /** One document with a page for each. */
        BOARD_PACK(200);

        private final int most;

        Kind(int most) {
            this.most = most;
        }

        /** Largest number of pilots. */
        public int most() {
            return most;
        }
    }

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        /** It could not be made; the log says why. */
        FAILED
    }

    /**
     * How many pilots are through.
     *
     * @param failed those whose part could not be made
     */
    public record Progress(int total, int done, int failed) {}

    public boolean isDone() {
        return state == State.DONE;
    }

    /** Whether it is still being made. */
    public boolean isRunning() {
        return state == State.RUNNING;
    }
}
