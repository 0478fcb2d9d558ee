package io.pilotage.workflow;

import io.pilotage.identity.InProductsName;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.operaton.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses every command of the engine from a request that names neither a person nor the product: without a current
 * user the engine checks no authorization at all.
 */
class IdentityGuard extends CommandInterceptor {

    private final ProcessEngineConfigurationImpl engine;

    IdentityGuard(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (WebThreads.isServing()
                && !InProductsName.isAsking()
                && engine.getIdentityService().getCurrentAuthentication() == null) {
            throw new ProcessEngineException("A request asks the engine in nobody's name: "
                    + command.getClass().getSimpleName());
        }
        return next.execute(command);
    }
}
