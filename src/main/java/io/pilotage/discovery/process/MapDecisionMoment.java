package io.pilotage.discovery.process;

import io.pilotage.discovery.DecisionMoment;
import io.pilotage.discovery.DecisionMoment.EdgeCase;
import io.pilotage.discovery.DecisionMoment.UserSegment;
import io.pilotage.discovery.DiscoveryManagement;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The frontline lead describes the moment at which the pilot changes a decision. */
@Component
class MapDecisionMoment implements HumanTask<MapDecisionMoment.Answers> {

    private final DiscoveryManagement discovery;
    private final PilotManagement pilots;

    MapDecisionMoment(DiscoveryManagement discovery, PilotManagement pilots) {
        this.discovery = discovery;
        this.pilots = pilots;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        discovery.describe(new DecisionMoment(
                pilotKey,
                answers.moment,
                answers.trigger,
                answers.role,
                answers.minutesAvailable,
                answers.volumePerMonth,
                answers.silentDefault,
                answers.costlierError,
                answers.tradeOff,
                answers.whenWrong,
                answers.driftSigns,
                answers.segment,
                answers.edgeCase,
                discovery.momentOf(pilotKey).map(DecisionMoment::version).orElse(null)));
        return Map.of();
    }

    @Override
    public Map<String, Object> context(String pilotKey) {
        return Map.of("intake", IntakeWords.of(pilots.get(pilotKey)));
    }

    /** What the form asks. */
    record Answers(
            String moment,
            String trigger,
            String role,
            BigDecimal minutesAvailable,
            BigDecimal volumePerMonth,
            String silentDefault,
            List<UserSegment> segment,
            List<EdgeCase> edgeCase,
            String costlierError,
            String tradeOff,
            String whenWrong,
            String driftSigns) {}
}
