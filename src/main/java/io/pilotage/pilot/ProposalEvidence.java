package io.pilotage.pilot;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The facts that the intake and the people named on the case vouch for. */
@Component
class ProposalEvidence implements EvidenceSource {

    private static final String DECISION_OWNER = "decision-owner";

    private final Pilots pilots;
    private final Accountabilities accountabilities;

    ProposalEvidence(Pilots pilots, Accountabilities accountabilities) {
        this.pilots = pilots;
        this.accountabilities = accountabilities;
    }

    @Override
    public Set<String> factsOf(String pilotKey) {
        Set<String> facts = new HashSet<>();
        pilots.findById(pilotKey).ifPresent(pilot -> {
            Proposal proposal = pilot.proposal();
            if (proposal.decisionPoint() != null) {
                facts.add("decisionMomentDescribed");
            }
            if (proposal.outcomeMetric() != null) {
                facts.add("outcomeMetricNamed");
            }
            if (proposal.timeBoxUntil() != null) {
                facts.add("timeBoxSet");
            }
            if (proposal.amount() != null) {
                facts.add("budgetSet");
            }
            if (pilot.pathway() != null) {
                facts.add("pathwayAssigned");
            }
        });
        if (accountabilities
                .findByPilotKeyAndRoleGroup(pilotKey, DECISION_OWNER)
                .filter(Accountability::isAccepted)
                .isPresent()) {
            facts.add("decisionOwnerAccepted");
        }
        if (accountabilities.findByPilotKeyOrderByRoleGroup(pilotKey).stream()
                .allMatch(held -> held.person() != null)) {
            facts.add("noRoleVacant");
        }
        return facts;
    }
}
