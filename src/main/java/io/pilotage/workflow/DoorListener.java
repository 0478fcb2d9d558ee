package io.pilotage.workflow;

import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The door's bell: tells the door what happens to a human task, inside the engine's transaction. */
@Component
class DoorListener implements TaskListener {

    private final Door door;

    DoorListener(@Lazy Door door) {
        this.door = door;
    }

    @Override
    public void notify(DelegateTask delegate) {
        TaskEntity task = (TaskEntity) delegate;
        if (delegate.getEventName() == null) {
            // So the engine calls when the execution is gone: somebody else's completion was committed meanwhile.
            throw new ConcurrencyFailureException("Task " + task.getId() + " has no execution any more");
        }
        switch (delegate.getEventName()) {
            case EVENTNAME_CREATE -> door.opened(task);
            case EVENTNAME_ASSIGNMENT -> door.assigned(task);
            case EVENTNAME_COMPLETE -> door.completed(task);
            default -> door.closed(task);
        }
    }
}
