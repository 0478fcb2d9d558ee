package io.pilotage.pilot;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Risk tier of a pilot; decides how much of the journey it meets (R16). */
public enum Tier {
    LOW,
    MEDIUM,
    HIGH;

    /** The code in decision tables and forms, for example {@code low}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return null for a null code: the risk questions are unanswered */
    public static @Nullable Tier ofCode(@Nullable String code) {
        return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT));
    }
}
