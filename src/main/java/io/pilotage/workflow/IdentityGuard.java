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

    private static final Set<String> SIGN_IN = Set.of(
            "org.operaton.bpm.webapp.impl.security.auth.AuthenticationUtil",
            "org.operaton.bpm.webapp.impl.engine.ProcessEnginesFilter");
    private static final int DEEPEST = 40;

    private final ProcessEngineConfigurationImpl engine;

    IdentityGuard(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (WebThreads.isServing()
                && !InProductsName.isAsking()
                && engine.getIdentityService().getCurrentAuthentication() == null
                && !isSignInOfWebApplications()) {
            throw new ProcessEngineException("A request asks the engine in nobody's name: "
                    + command.getClass().getSimpleName());
        }
        return next.execute(command);
    }

    /** The engine's web applications ask in nobody's name which roles a person has, and whether there is anybody. */
    private static boolean isSignInOfWebApplications() {
        return StackWalker.getInstance()
                .walk(frames -> frames.limit(DEEPEST)
                        .anyMatch(frame -> SIGN_IN.contains(frame.getClassName())));
    }
}
