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

    public static StallReason ofCode(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
}
