package io.pilotage.rollout.process;

import io.pilotage.discovery.DiscoveryInWords;
import io.pilotage.rollout.Handover;
import io.pilotage.rollout.HandoverTerms;
import io.pilotage.rollout.ProductionManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Operations checks what it takes over and signs. */
@Component
class HandOverProduction implements HumanTask<HandOverProduction.Answers> {

    private final ProductionManagement production;
    private final RingPicture rings;
    private final DiscoveryInWords discovery;

    HandOverProduction(ProductionManagement production, RingPicture rings, DiscoveryInWords discovery) {
        this.discovery = discovery;
        this.production = production;
        this.rings = rings;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        production.receive(
                submission.pilotKey(),
                submission.actor(),
                answers.terms(),
                answers.component,
                answers.difference,
                submission.at());
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        Map<String, Object> handover = new HashMap<>();
        production.handoverOf(pilotKey).ifPresent(found -> handover.put("reason", found.sentBack()));
        return Map.of("rings", rings.all(pilotKey), "handover", handover, "deltas", discovery.deltas(pilotKey));
    }

    /** What the form asks. */
    record Answers(
            String runbook,
            String onCall,
            BigDecimal availability,
            int responseMinutes,
            boolean monitorsLive,
            BigDecimal costAlert,
            int retentionMonths,
            LocalDate rollbackTestedOn,
            int rollbackMinutes,
            List<Handover.Difference> difference,
            List<Handover.Component> component) {

        HandoverTerms terms() {
            return new HandoverTerms(
                    runbook,
                    onCall,
                    availability,
                    responseMinutes,
                    monitorsLive,
                    costAlert,
                    retentionMonths,
                    rollbackTestedOn,
                    rollbackMinutes);
        }
    }
}
