package io.pilotage.pilot.web;

import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the top of the case page into words: phase, tier, status and why. */
@Component
class CaseHeads {

    private final CaseWords words;
    private final Times times;

    CaseHeads(CaseWords words, Times times) {
        this.words = words;
        this.times = times;
    }

    CaseHead of(Pilot pilot) {
        return new CaseHead(
                pilot.key(),
                pilot.proposal().title(),
                words.phase(pilot.phase()),
                times.day(pilot, pilot.phaseSince()),
                pilot.tier() == null ? null : pilot.tier().code(),
                words.tier(pilot.tier()),
                words.status(pilot.status()),
                colour(pilot.status()),
                line(pilot),
                pilot.statusNote(),
                pilot.mergedInto());
    }

    private @Nullable String line(Pilot pilot) {
        String since = times.day(pilot, pilot.statusSince());
        @Nullable LocalDate until = pilot.heldUntil();
        @Nullable String line = switch (pilot.status()) {
            case ACTIVE -> null;
            case HELD -> words.say("pilot.case.status.HELD", until == null ? "?" : times.day(until));
            case MERGED -> words.say("pilot.case.status.MERGED", String.valueOf(pilot.mergedInto()), since);
            default -> words.say("pilot.case.status." + pilot.status().name(), since);
        };
        return line == null || pilot.stallReason() == null
                ? line
                : line + " "
                        + words.say(
                                "pilot.case.status.reason",
                                words.reason(pilot.stallReason().code()));
    }

    private static String colour(PilotStatus status) {
        return switch (status) {
            case ACTIVE -> "running";
            case HELD -> "held";
            case STOPPED, WITHDRAWN -> "stopped";
            case VISITED, UNMEASURED -> "visited";
            case SUSPENDED -> "suspended";
            case ADOPTED -> "adopted";
            case MERGED, RETIRED -> "plain";
        };
    }
}
