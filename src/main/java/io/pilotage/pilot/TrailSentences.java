package io.pilotage.pilot;

import io.pilotage.audit.TrailEntry;

/** Tells what happened on a case in the reader's language, for pages and documents alike. */
public interface TrailSentences {

    /** The entry in one plain sentence. */
    String of(TrailEntry entry);

    /** The reason that a person gave with an answer, in words; empty when none was given. */
    String reason(TrailEntry entry);
}
