package io.pilotage.workflow;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.Undertaking;
import java.util.List;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps every refusal on the trail of its case, although the refused work itself is undone. */
@Component
public class RefusalLog {

    private static final ThreadLocal<Boolean> RECORDED = ThreadLocal.withInitial(() -> false);
    private static final int LONGEST = 200;

    private final Trail trail;
    private final ObjectProvider<ProcessEngine> engine;
    private final TrustedEngine trusted;
    private final CaseOfCall cases;

    RefusalLog(Trail trail, ObjectProvider<ProcessEngine> engine, TrustedEngine trusted, CaseOfCall cases) {
        this.trail = trail;
        this.engine = engine;
        this.trusted = trusted;
        this.cases = cases;
    }

    /** A new call begins on this thread: nothing of it has been recorded. */
    static void begin() {
        RECORDED.remove();
    }

    /** Whether a refusal of the current call is on the trail already. */
    static boolean hasRecorded() {
        return RECORDED.get();
    }

    /**
     * Records a call that was refused as a whole, on the trail of the case it was about, or of administration.
     *
     * @param path below the engine, as it came in
     */
    void recordCall(String person, String method, String path, Refused refused) {
        append(placeOf(person, path), person, refused, shortened(method + " " + path));
    }

    /** Records what a page or call of ours refused, on the trail of the case its address names, or of administration. */
    void recordRequest(String person, String path, Refused refused) {
        append(
                placeOf(person, path),
                person,
                refused,
                List.of(refused.arguments()).toString());
    }

    private CaseOfCall.Place placeOf(String person, String path) {
        return cases.find(path).orElseGet(() -> new CaseOfCall.Place(Undertaking.ADMINISTRATION.chain(person), null));
    }

    /** Records that a person was refused something that is about no case. */
    public void onAdministration(String person, Refused refused) {
        onCase(Undertaking.ADMINISTRATION.chain(person), person, refused);
    }

    /** Records that a person was refused something on the page of a case. */
    public void onCase(String pilotKey, String person, Refused refused) {
        append(
                new CaseOfCall.Place(pilotKey, null),
                person,
                refused,
                List.of(refused.arguments()).toString());
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
        append(
                new CaseOfCall.Place(String.valueOf(pilotKey), task.getTaskDefinitionKey()),
                actor == null ? TrailEntry.PRODUCT : actor.getUserId(),
                refused,
                List.of(refused.arguments()).toString());
    }

    private void append(CaseOfCall.Place place, String actor, Refused refused, String arguments) {
        RECORDED.set(true);
        trail.appendRefusal(TrailEntry.of(place.pilotKey(), EngineWords.now(), actor, "refused")
                .as(EngineWords.roleOf(engine.getObject().getIdentityService().getCurrentAuthentication()), null)
                .element(null, null, place.task())
                .argument("message", refused.messageKey())
                .words("arguments", arguments)
                .build());
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").replace(", ", ",");
        return "[" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + "]";
    }
}
