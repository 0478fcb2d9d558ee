package io.pilotage.workflow;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import java.util.List;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps every refusal on the trail of its case, although the refused work itself is undone. */
@Component
class RefusalLog {

    private final Trail trail;
    private final ObjectProvider<ProcessEngine> engine;
    private final TrustedEngine trusted;

    RefusalLog(Trail trail, ObjectProvider<ProcessEngine> engine, TrustedEngine trusted) {
        this.trail = trail;
        this.engine = engine;
        this.trusted = trusted;
    }

    /** Records who was refused what and why; the answers themselves are not kept, they may be hostile. */
    void record(String taskId, Refused refused) {
        Authentication actor = engine.getObject().getIdentityService().getCurrentAuthentication();
        Task task = trusted.call(() -> engine.getObject()
                .getTaskService()
                .createTaskQuery()
                .taskId(taskId)
                .singleResult());
        if (task == null) {
            return;
        }
        Object pilotKey = trusted.call(() -> engine.getObject().getTaskService().getVariable(taskId, "pilotKey"));
        trail.appendRefusal(TrailEntry.of(
                        String.valueOf(pilotKey),
                        EngineWords.now(),
                        actor == null ? TrailEntry.PRODUCT : actor.getUserId(),
                        "refused")
                .element(null, null, task.getTaskDefinitionKey())
                .argument("message", refused.messageKey())
                .words("arguments", List.of(refused.arguments()).toString())
                .build());
    }
}
