package io.pilotage.workflow;

import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import org.operaton.bpm.engine.impl.task.TaskDefinition;
import org.operaton.bpm.engine.impl.util.xml.Element;

/** Puts the door on every user task and every process of every deployed model, whoever deploys it. */
class DoorParseListener implements BpmnParseListener {

    private final DoorListener door;
    private final StartDoorListener startDoor;
    private final DeadlineCloser deadlineCloser;

    DoorParseListener(DoorListener door, StartDoorListener startDoor, DeadlineCloser deadlineCloser) {
        this.door = door;
        this.startDoor = startDoor;
        this.deadlineCloser = deadlineCloser;
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, door);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, door);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, door);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, door);
        SignatureMark.keep(userTask, activity);
        whole(activity).addBuiltInListener(ExecutionListener.EVENTNAME_END, deadlineCloser);
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, startDoor);
    }

    /** With several signers the deadline is that of all of them, and the last one closes it. */
    private static ScopeImpl whole(ActivityImpl activity) {
        return activity.getFlowScope() instanceof ActivityImpl around
                        && around.getActivityBehavior() instanceof MultiInstanceActivityBehavior
                ? around
                : activity;
    }
}
