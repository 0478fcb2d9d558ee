package io.pilotage.pilot.process;

import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.workflow.StepEntered;
import io.pilotage.workflow.TaskCompleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the registry in step with the engine: the phase a case is in, and who answers by doing. */
@Component
class JourneyProgress {

    private final PilotManagement pilots;
    private final AccountabilityManagement accountabilities;

    JourneyProgress(PilotManagement pilots, AccountabilityManagement accountabilities) {
        this.pilots = pilots;
        this.accountabilities = accountabilities;
    }

    @EventListener
    void on(StepEntered step) {
        if (step.element().equals(step.process())) {
            Phase.ofProcess(step.process()).ifPresent(phase -> pilots.enterPhase(step.pilotKey(), phase));
        }
    }

    @EventListener
    void on(TaskCompleted task) {
        accountabilities.acceptByDoing(task.pilotKey(), task.role(), task.actor());
    }
}
