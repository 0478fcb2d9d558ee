package io.pilotage.redesign;

import io.pilotage.pilot.EvidenceSource;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The facts that the redesign can vouch for at gate G4, each computed from the answers. */
@Component
@Transactional(readOnly = true)
class OperabilityEvidence implements EvidenceSource {

    private final RedesignManagement redesign;

    OperabilityEvidence(RedesignManagement redesign) {
        this.redesign = redesign;
    }

    @Override
    public Set<String> factsOf(String pilotKey) {
        Set<String> facts = new HashSet<>();
        if (redesign.changeOf(pilotKey).isRitualChangeDated()) {
            facts.add("ritualChangeDated");
        }
        boolean asked = redesign.frictionOf(pilotKey).isPresent();
        if (asked && redesign.objectionsOf(pilotKey).stream().allMatch(Objection::isAnswered)) {
            facts.add("noUnansweredObjection");
        }
        redesign.rosterOf(pilotKey).filter(Roster::isComplete).ifPresent(roster -> facts.add("rosterComplete"));
        redesign.incentivesOf(pilotKey).filter(Incentives::areSettled).ifPresent(all -> facts.add("incentivesSettled"));
        redesign.trainingOf(pilotKey).filter(TrainingPlan::isReady).ifPresent(plan -> facts.add("trainingReady"));
        redesign.dryRunOf(pilotKey)
                .filter(DryRun::isFallbackRehearsed)
                .ifPresent(run -> facts.add("fallbackRehearsed"));
        return facts;
    }
}
