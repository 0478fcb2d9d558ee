package io.pilotage.workflow;

import org.operaton.bpm.engine.impl.ManagementServiceImpl;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * The engine's management service with the door in front: nobody sets a timer off by hand. The engine would refuse, but
 * count the attempt against the timer and bring it forward.
 */
class DoorManagementService extends ManagementServiceImpl {

    private final Admission admission;

    DoorManagementService(ProcessEngineConfigurationImpl engine, Admission admission) {
        super(engine);
        this.admission = admission;
    }

    @Override
    public void executeJob(String jobId) {
        admission.onlyTheProduct(commandExecutor, "workflow.job.byHand");
        super.executeJob(jobId);
    }
}
