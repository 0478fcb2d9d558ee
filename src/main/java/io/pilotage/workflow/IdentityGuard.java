package io.pilotage.workflow;

import io.pilotage.identity.InProductsName;
import java.util.Set;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.operaton.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses every command of the engine from a request that names neither a person nor the product: without a current
 * user the engine checks no authorization at all.
 */
class IdentityGuard extends CommandInterceptor {

    /** Where the engine's own clients look something up for everybody: who is who, what belongs to a task. */
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "org.operaton.bpm.webapp.impl.security.auth.AuthenticationUtil",
            "org.operaton.bpm.webapp.impl.engine.ProcessEnginesFilter",
            "org.operaton.bpm.engine.rest.util.ApplicationContextPathUtil",
            "org.operaton.bpm.engine.rest.sub.runtime.impl.ProcessInstanceCommentResourceImpl",
            "org.operaton.bpm.engine.rest.sub.task.impl.TaskAttachmentResourceImpl",
            "org.operaton.bpm.engine.rest.sub.task.impl.TaskCommentResourceImpl",
            "org.operaton.bpm.engine.rest.sub.task.impl.TaskResourceImpl");

    private static final int DEEPEST = 60;

    private final ProcessEngineConfigurationImpl engine;

    IdentityGuard(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (WebThreads.isServing()
                && !InProductsName.isAsking()
                && engine.getIdentityService().getCurrentAuthentication() == null
                && !isLookedUpForEverybody()) {
            throw new ProcessEngineException("A request asks the engine in nobody's name: "
                    + command.getClass().getSimpleName());
        }
        return next.execute(command);
    }

    /** The engine's own clients take the person away for a moment; this is the whole list of where they may. */
    private static boolean isLookedUpForEverybody() {
        return StackWalker.getInstance()
                .walk(frames -> frames.limit(DEEPEST).anyMatch(frame -> FOR_EVERYBODY.contains(frame.getClassName())));
    }
}
