package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PilotageTest
class RoiSignOffTests {

    @Autowired
    Cases cases;

    @Autowired
    PilotManagement pilots;

    @Autowired
    RoiManagement roi;

    @Autowired
    MoneyCaseSealing sealing;

    @Test
    void lowTierIsSignedInTwoTasks() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.LOW);
        assertThat(cases.open(pilot)).containsExactly("stateMoneyCase");
        cases.complete(pilot, "stateMoneyCase", "bu-sponsor", MoneyAnswers.moneyCase());
        assertThat(cases.open(pilot)).containsExactly("signRoi");
        cases.complete(pilot, "signRoi", "finance-partner", Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
        assertThat(sealing.latest(pilot).orElseThrow().signers()).isEqualTo("finance-partner");
    }

    @Test
    void mediumTierIsSignedByFinanceAndSponsor() {
        String pilot = stated();
        assertThat(cases.open(pilot)).containsExactly("signRoi", "signRoi");
        cases.complete(pilot, "signRoi", "finance-partner-2", Map.of("decision", "go"));
        cases.complete(pilot, "signRoi", "bu-sponsor", Map.of("decision", "go"));
        assertThat(pilots.get(pilot).phase()).isEqualTo(Phase.GOVERNANCE_REVIEW);
    }

    private String stated() {
        String pilot = cases.standingIn(Phase.ROI_SIGN_OFF, Cases.MEDIUM);
        state(pilot);
        return pilot;
    }

    private void state(String pilot) {
        cases.complete(pilot, "measureBaseline", "finance-partner", MoneyAnswers.baseline());
        cases.complete(pilot, "bridgeMetrics", "pilot-owner", Map.of());
        cases.complete(pilot, "stateMoneyHypothesis", "bu-sponsor", MoneyAnswers.hypothesis());
        cases.complete(pilot, "modelCostToServe", "finance-partner", MoneyAnswers.cost());
        cases.complete(pilot, "confirmRunCost", "it-operations", Map.of("decision", "agree"));
        cases.complete(pilot, "agreeKillCriteria", "bu-sponsor", Map.of());
        cases.complete(pilot, "signDecisionContract", "decision-owner", Map.of());
    }
}
