package io.pilotage.pilot.web;

import io.pilotage.audit.TrailFilter;
import io.pilotage.workflow.FieldsRefused;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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
            "approvalFrozen",
            "approvalStale",
            "approvalSuspended",
            "contractExpired",
            "contractGivenUp",
            "rollbackThresholdBreached",
            "pointReopened",
            "pointOpenAgain",
            "loopClosed"),
    TASKS("started", "reached", "claimed", "assigned", "givenBack", "completed", "endedWithCase"),
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

    /** @param field the parameter that brings the code @throws FieldsRefused when it is none of ours */
    static StoryKind ofCode(String field, String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> FieldsRefused.of(
                        field,
                        "site.input.choice",
                        field,
                        code,
                        Arrays.stream(values()).map(StoryKind::code).collect(Collectors.joining(", "))));
    }
}
