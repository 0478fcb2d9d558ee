package io.pilotage.pilot;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;

/** The gates of the journey itself: a phase that ends without a go ends the journey, whatever else it says. */
@PilotageTest
class JourneyGateTests {

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TimeMachine time;

    @ParameterizedTest
    @ValueSource(
            strings = {"callDiscovery", "callRoiSignOff", "callGovernanceReview", "callWorkflowRedesign", "callRollout"
            })
    void aPhaseWithoutAGoEndsTheJourney(String phase) {
        String pilot = after("pilotJourney", phase, Map.of("outcome", "undecided"));
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void aPilotToRetireIsRetired() {
        String pilot = after("pilotJourney", "callAdoptionMeasurement", Map.of("outcome", "retire"));
        assertThat(cases.open(pilot)).containsExactly("checkDependencies");
    }

    @Test
    void aRetiredPilotsJourneyIsOver() {
        String pilot = after("pilotJourney", "callRetirement", Map.of());
        assertThat(cases.isOver(pilot)).isTrue();
    }

    @Test
    void aSponsorsWordToRetireEndsTheMeasuring() {
        String pilot = after("adoptionMeasurement", "decideAdoption", Map.of("adoptionDecision", "retire"));
        assertThat(cases.isOver(pilot)).isTrue();
    }

    private String after(String process, String element, Map<String, Object> more) {
        String pilot = cases.registeredIn(Phase.ADOPTION_MEASUREMENT, Cases.LOW);
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("pilotKey", pilot);
        variables.put("tier", "low");
        variables.put("agentic", false);
        variables.put("outcome", more.getOrDefault("outcome", "undecided"));
        engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(pilot)
                .setVariables(variables)
                .startAfterActivity(element)
                .execute();
        time.runDueJobs();
        return pilot;
    }
}
