package io.pilotage.adoption;

import java.util.Locale;

/** What the figures of a period say of the pilot. */
public enum Judgement {
    ADOPTED,
    /** It was rolled out, and something is missing for calling it adopted (R96). */
    VISITED,
    /** Nobody measured the period. */
    UNMEASURED;

    /** The code in forms and messages, for example {@code visited}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
