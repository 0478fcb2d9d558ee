package io.pilotage.workflow;

import io.pilotage.audit.TrailEntry;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;

/** Begins trail entries about tasks and processes, with the versions in force. */
final class TrailEntries {

    private TrailEntries() {}

    static TrailEntry.Builder of(TaskEntity task, String actor, Capacity capacity, String kind) {
        return of(task, actor, kind).as(capacity.role(), capacity.onBehalfOf());
    }

    static TrailEntry.Builder of(TaskEntity task, String actor, String kind) {
        return TrailEntry.of(EngineWords.pilotKey(task.getExecution()), EngineWords.now(), actor, kind)
                .element(EngineWords.process(task), EngineWords.modelVersion(task), task.getTaskDefinitionKey());
    }

    static TrailEntry.Builder start(String pilotKey, ProcessDefinitionEntity definition, String actor, String role) {
        return TrailEntry.of(pilotKey, EngineWords.now(), actor, "started")
                .as(role, null)
                .element(definition.getKey(), definition.getVersion(), definition.getKey());
    }

    static TrailEntry.Builder escalated(Deadline deadline, EscalationLevel level, java.time.Instant at) {
        return TrailEntry.of(deadline.pilotKey(), at, TrailEntry.PRODUCT, "escalated")
                .element(deadline.processId(), null, deadline.taskId())
                .argument("level", level.shortName());
    }
}
