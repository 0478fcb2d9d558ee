package io.pilotage.dossier;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.CaseRoutes.Route;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.Pilot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What models and tables asked of a case and its trail does not hold. Only phases that the case has passed are looked at,
 * and only what the tables answered at the time, so that a later policy does not judge an earlier case.
 */
@Component
class ExpectedRecords {

    private final CaseWords words;

    ExpectedRecords(CaseWords words) {
        this.words = words;
    }

    /** One sentence for each record that is expected and absent. */
    List<String> absent(
            Pilot pilot,
            List<GateDecided> decisions,
            List<Route> routes,
            List<RecordedEntry> entries,
            ModelsInForce.Found rules) {
        List<TrailEntry> answered = entries.stream()
                .map(RecordedEntry::entry)
                .filter(Steps::isAnswer)
                .toList();
        List<String> absent = new ArrayList<>();
        List<Gate> passed = passed(pilot, decisions);
        passed.stream()
                .filter(gate -> decisions.stream()
                        .noneMatch(decision ->
                                decision.gate() == gate && decision.outcome().opens()))
                .forEach(gate -> absent.add(words.say("dossier.absent.gate", words.gate(gate.name()))));
        for (Gate gate : passed) {
            routes.stream()
                    .filter(route -> route.process().equals(gate.phase().process()))
                    .reduce((earlier, later) -> later)
                    .ifPresent(route -> absent.addAll(absentOn(route, gate, answered)));
        }
        rules.gone().forEach(file -> absent.add(words.say("dossier.absent.file", file)));
        return absent;
    }

    private List<String> absentOn(Route route, Gate gate, List<TrailEntry> answered) {
        List<TrailEntry> here = answered.stream()
                .filter(entry -> route.process().equals(entry.processId()))
                .toList();
        Set<String> done = here.stream().map(TrailEntry::elementId).collect(Collectors.toSet());
        Set<String> tasks = new ModelLayout(route.model())
                .nodes().stream().map(ModelLayout.Node::id).collect(Collectors.toSet());
        Set<String> signed =
                here.stream().filter(Steps::isDecision).map(TrailEntry::role).collect(Collectors.toSet());
        return Stream.concat(
                        route.steps().stream()
                                // The table names the steps of all phases.
                                .filter(tasks::contains)
                                .filter(step -> !done.contains(step))
                                .map(step ->
                                        words.say("dossier.absent.step", words.task(step), words.phase(gate.phase()))),
                        route.signers().stream()
                                .filter(role -> !signed.contains(role))
                                .map(role ->
                                        words.say("dossier.absent.signer", words.gate(gate.name()), words.role(role))))
                .toList();
    }

    /** Gates that are behind the case: opened, or of a phase before the one it is in. */
    private static List<Gate> passed(Pilot pilot, List<GateDecided> decisions) {
        return Arrays.stream(Gate.values())
                .filter(gate -> gate.phase().compareTo(pilot.phase()) < 0
                        || decisions.stream()
                                .anyMatch(decision -> decision.gate() == gate
                                        && decision.outcome().opens()))
                .toList();
    }
}
