package io.pilotage.pilot;

/** Why a pilot stalled, was held, withdrawn or stopped; asked each time, counted over the portfolio (R5). */
public enum StallReason {
    COORDINATION,
    OWNERSHIP,
    READINESS,
    VALUE,
    DATA,
    RISK,
    CAPACITY,
    FUNDING,
    OTHER;

    /** The code in forms and messages, for example {@code data}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static StallReason ofCode(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
}
