package io.pilotage.dossier;

import io.pilotage.dossier.CaseReport.Missing;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case that goes on still lacks: for the gate it stands at and the one after, and of the questions about risk. */
@Component("dossierGaps")
class Gaps {

    private final GateKeeper gates;
    private final CaseWords words;

    Gaps(GateKeeper gates, CaseWords words) {
        this.gates = gates;
        this.words = words;
    }

    /** Empty for a case that is over: nothing is asked of it any more. */
    List<Missing> of(Pilot pilot) {
        if (pilot.status().isFinal()) {
            return List.of();
        }
        List<Missing> missing = Arrays.stream(Gate.values())
                .filter(gate -> gate.phase().compareTo(pilot.phase()) >= 0)
                .limit(2)
                .map(gate -> new Missing(
                        words.gate(gate.name()),
                        gates.missing(pilot.key(), gate).stream()
                                .map(words::requirement)
                                .toList()))
                .filter(gate -> !gate.points().isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> unanswered = unanswered(pilot.risk());
        if (!unanswered.isEmpty()) {
            missing.add(new Missing(words.say("pilot.case.gaps.risk"), unanswered));
        }
        return missing;
    }

    private List<String> unanswered(RiskAnswers risk) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.put("regulatedArea", risk.regulatedArea());
        answers.put("affectedPersons", risk.affectedPersons());
        answers.put("autonomy", risk.autonomy());
        answers.put("agentic", risk.agentic());
        answers.put("personalData", risk.personalData());
        answers.put("workersAffected", risk.workersAffected());
        return answers.entrySet().stream()
                .filter(answer -> Objects.isNull(answer.getValue()))
                .map(answer -> words.say("pilot.case.risk." + answer.getKey()))
                .toList();
    }
}
