package io.pilotage.adoption;

import java.util.Locale;

/** What the sponsor can decide on a pilot in use. */
public enum UseDecision {
    SUSTAIN,
    EXPAND,
    ADJUST,
    SHRINK,
    RETIRE,
    KILL;

    /** How the period ends for the journey. */
    public String outcome() {
        return switch (this) {
            case SUSTAIN, EXPAND, ADJUST, SHRINK -> "continue";
            case RETIRE -> "retire";
            case KILL -> "stopped";
        };
    }

    /** The code in the form, for example {@code sustain}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static UseDecision ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
