package io.pilotage.workflow;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The door's bell for processes that begin. */
@Component
class StartDoorListener implements ExecutionListener {

    private final StartDoor door;

    StartDoorListener(@Lazy StartDoor door) {
        this.door = door;
    }

    @Override
    public void notify(DelegateExecution execution) {
        door.begun((ExecutionEntity) execution);
    }
}
