package io.pilotage.pilot.web;

import io.pilotage.audit.TrailFilter;
import java.util.Locale;

/** What a reader of the story may want to see alone. */
enum StoryKind {
    ALL,
    DECISIONS(
            "gateDecided",
            "statusChanged",
            "pilotWithdrawn",
            "holdLifted",
            "pilotDefended",
            "pilotStopped",
            "sealed",
            "sealSigned",
            "approvalStale",
            "pointReopened",
            "pointOpenAgain",
            "loopClosed"),
    TASKS("started", "reached", "claimed", "assigned", "givenBack", "completed"),
    DEADLINES("escalated", "waiting", "carriedOn"),
    PEOPLE("accountabilityChanged"),
    EVIDENCE("broughtIn", "evidenceKept"),
    TABLES("tableAsked"),
    BYHAND(
            "engineChanged",
            "jobTriedAgain",
            "mailTriedAgain",
            "emergencyAsked",
            "emergencyConfirmed",
            "emergencyTurnedDown",
            "personErased",
            "chained"),
    REFUSED("refused");

    private final String[] kinds;

    StoryKind(String... kinds) {
        this.kinds = kinds;
    }

    TrailFilter filter() {
        return TrailFilter.ALL.ofKinds(kinds);
    }

    /** The code in addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Everything for a code that is none of ours: an old link still shows the story. */
    static StoryKind ofCode(String code) {
        for (StoryKind kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        return ALL;
    }
}
