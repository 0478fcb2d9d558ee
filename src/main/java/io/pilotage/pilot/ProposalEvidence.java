package io.pilotage.pilot;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The facts that the intake itself vouches for. */
@Component
class ProposalEvidence implements EvidenceSource {

    private final Pilots pilots;

    ProposalEvidence(Pilots pilots) {
        this.pilots = pilots;
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
        return facts;
    }
}
