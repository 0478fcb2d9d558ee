package io.pilotage.rollout;

import io.pilotage.pilot.EvidenceSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The facts rollout can vouch for at gate G5, all of them about the current dwell in the last ring. */
@Component
class RolloutEvidence implements EvidenceSource {

    private final RolloutManagement rollout;
    private final ProductionManagement production;

    RolloutEvidence(RolloutManagement rollout, ProductionManagement production) {
        this.rollout = rollout;
        this.production = production;
    }

    @Override
    public Set<String> factsOf(String pilotKey) {
        Set<String> facts = new HashSet<>();
        rollout.planOf(pilotKey)
                .filter(plan -> plan.isLastRing() && plan.openedAt() != null)
                .ifPresent(plan -> ofLastRing(plan, facts));
        production
                .acceptanceOf(pilotKey)
                .filter(ProductionAcceptance::accepted)
                .ifPresent(accepted -> facts.add("operationsAccepted"));
        return facts;
    }

    private void ofLastRing(RingPlan plan, Set<String> facts) {
        Instant opened = Objects.requireNonNull(plan.openedAt());
        if (rollout.rollbacksOf(plan.pilotKey()).stream()
                .noneMatch(rollback -> rollback.notedAt().isAfter(opened))) {
            facts.add("noRollbackInDwell");
        }
        List<RingReview> reviews = rollout.reviewsOf(plan.pilotKey());
        if (reviews.isEmpty()
                || reviews.get(0).ring() != plan.currentRing()
                || reviews.get(0).reviewedAt().isBefore(opened)) {
            return;
        }
        RingFigures figures = reviews.get(0).figures();
        if (plan.thresholds().broken(figures, reviews.get(0).segments()).isEmpty()) {
            facts.add("thresholdsHeld");
        }
        if (figures.contractMet() != null && figures.contractMet().compareTo(RolloutManagement.CONTRACT_MET) >= 0) {
            facts.add("dataContractMet");
        }
        BigDecimal most = plan.limits().unitCostMax();
        if (most != null && figures.unitCost() != null && figures.unitCost().compareTo(most) <= 0) {
            facts.add("unitCostWithinModel");
        }
    }
}
