package io.pilotage.discovery.process;

import io.pilotage.discovery.DecisionMoment;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.discovery.FeasibilitySketch;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The charter in the words a decider reads: what is proposed, what is met, what production will ask. */
@Component
class CharterSummary {

    private final PilotManagement pilots;
    private final DiscoveryManagement discovery;
    private final AccountabilityManagement accountabilities;
    private final GateKeeper gates;
    private final MessageSource messages;
    private final CaseWords words;

    CharterSummary(
            PilotManagement pilots,
            DiscoveryManagement discovery,
            AccountabilityManagement accountabilities,
            GateKeeper gates,
            MessageSource messages,
            CaseWords words) {
        this.words = words;
        this.pilots = pilots;
        this.discovery = discovery;
        this.accountabilities = accountabilities;
        this.gates = gates;
        this.messages = messages;
    }

    Map<String, Object> of(String pilotKey) {
        Pilot pilot = pilots.get(pilotKey);
        Map<String, Object> charter = new HashMap<>();
        charter.put(
                "theatre",
                discovery.momentOf(pilotKey).isEmpty() && pilot.proposal().decisionPoint() == null);
        charter.put(
                "decisionMoment",
                discovery
                        .momentOf(pilotKey)
                        .map(DecisionMoment::moment)
                        .orElse(pilot.proposal().decisionPoint()));
        charter.put(
                "decisionOwner",
                accountabilities
                        .of(pilotKey, "decision-owner")
                        .map(held -> words.person(held.person()))
                        .orElse(null));
        charter.put("outcomeMetric", pilot.proposal().outcomeMetric());
        charter.put("timeBoxEnd", pilot.proposal().timeBoxUntil());
        charter.put("pathway", pilot.pathway() == null ? null : words.say("pilot.pathway." + pilot.pathway()));
        charter.put(
                "feasibility",
                discovery.sketchOf(pilotKey).map(FeasibilitySketch::feasible).orElse(null));
        return charter;
    }

    /** Each requirement of the gate with whether it is met. */
    List<Map<String, Object>> criteria(String pilotKey, List<String> required, List<String> missing) {
        List<Map<String, Object>> criteria = new ArrayList<>();
        for (String requirement : required) {
            boolean met = !missing.contains(requirement);
            criteria.add(Map.of(
                    "criterion", words("pilot.requirement." + requirement.replace(':', '.'), requirement),
                    "met", words(met ? "pilot.met" : "pilot.notMet", met ? "yes" : "no"),
                    "remark", ""));
        }
        return criteria;
    }

    /** What the gates ahead will ask of this pilot: every gatekeeper's question visible from the start (R14, R115). */
    List<Map<String, Object>> obligations(String pilotKey) {
        List<Map<String, Object>> obligations = new ArrayList<>();
        for (Gate gate : List.of(Gate.G2, Gate.G3, Gate.G4, Gate.G5)) {
            for (String requirement : gates.requirements(pilotKey, gate)) {
                obligations.add(Map.of(
                        "duty", words("pilot.requirement." + requirement.replace(':', '.'), requirement),
                        "owner",
                                words(
                                        "pilot.phase." + gate.phase().process(),
                                        gate.phase().process()),
                        "due", words.gate(gate.name())));
            }
        }
        return obligations;
    }

    private String words(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }
}
