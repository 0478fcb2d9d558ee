package io.pilotage.pilot.web;

import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.RiskAnswers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case lacks: for the gate it stands at and the one after, of the risk questions, of people. */
@Component
class Gaps {

    private final GateKeeper gates;
    private final CaseWords words;

    Gaps(GateKeeper gates, CaseWords words) {
        this.gates = gates;
        this.words = words;
    }

    /** What is missing at one gate, in words. */
    record Missing(String gate, List<String> requirements) {}

    /** All gaps of a case; empty lists where there are none. */
    record View(List<Missing> gates, List<String> risk, List<String> vacant) {

        public boolean isEmpty() {
            return gates.isEmpty() && risk.isEmpty() && vacant.isEmpty();
        }
    }

    View of(Pilot pilot, List<Answerable.Row> people) {
        if (pilot.status().isFinal()) {
            return new View(List.of(), List.of(), List.of());
        }
        List<String> vacant = people.stream()
                .filter(Answerable.Row::isGap)
                .map(row -> "accountable:" + row.group())
                .toList();
        List<Missing> missing = Arrays.stream(Gate.values())
                .filter(gate -> gate.phase().compareTo(pilot.phase()) >= 0)
                .limit(2)
                .map(gate -> new Missing(
                        words.gate(gate.name()),
                        gates.missing(pilot.key(), gate).stream()
                                .filter(requirement -> !vacant.contains(requirement))
                                .map(words::requirement)
                                .toList()))
                .filter(gate -> !gate.requirements().isEmpty())
                .toList();
        return new View(
                missing,
                unanswered(pilot.risk()),
                people.stream()
                        .filter(Answerable.Row::isGap)
                        .map(Answerable.Row::role)
                        .toList());
    }

    /** Whether nobody has said which decision the pilot changes: it is shown and not used (R69). */
    boolean isTheatre(Pilot pilot) {
        return !pilot.status().isFinal()
                && pilot.proposal().decisionPoint() == null
                && gates.missing(pilot.key(), Gate.G1).contains("decisionMomentDescribed");
    }

    private List<String> unanswered(RiskAnswers risk) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put("regulatedArea", risk.regulatedArea());
        answers.put("affectedPersons", risk.affectedPersons());
        answers.put("autonomy", risk.autonomy());
        answers.put("agentic", risk.agentic());
        answers.put("personalData", risk.personalData());
        answers.put("workersAffected", risk.workersAffected());
        List<String> unanswered = new ArrayList<>();
        answers.forEach((question, answer) -> {
            if (Objects.isNull(answer)) {
                unanswered.add(words.say("pilot.case.risk." + question));
            }
        });
        return unanswered;
    }
}
