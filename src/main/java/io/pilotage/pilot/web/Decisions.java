package io.pilotage.pilot.web;

import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.Pilot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was decided at the gates of a case, by whom and why. */
@Component
class Decisions {

    private final GateKeeper gates;
    private final CaseWords words;
    private final Times times;

    Decisions(GateKeeper gates, CaseWords words, Times times) {
        this.gates = gates;
        this.words = words;
        this.times = times;
    }

    /** One decided round of a gate. */
    record Row(
            String gate,
            String outcome,
            String colour,
            String signers,
            @Nullable String reason,
            String at) {}

    /** Latest first. */
    List<Row> of(Pilot pilot) {
        List<Row> rows = new ArrayList<>();
        gates.decisions(pilot.key()).forEach(decided -> rows.add(row(pilot, decided)));
        Collections.reverse(rows);
        return rows;
    }

    private Row row(Pilot pilot, GateDecided decided) {
        return new Row(
                words.gate(decided.gate().name()),
                words.outcome(decided.outcome().code()),
                decided.outcome().opens() ? "ok" : decided.outcome().ends() ? "danger" : "warn",
                words.persons(String.join(",", decided.signers())),
                once(decided.reason()),
                times.moment(pilot, decided.at()));
    }

    /** Signers who agree on the words are quoted once. */
    private static @Nullable String once(@Nullable String reasons) {
        return reasons == null ? null : reasons.lines().distinct().collect(Collectors.joining("\n"));
    }
}
