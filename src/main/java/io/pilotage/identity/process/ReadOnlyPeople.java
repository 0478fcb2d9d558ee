package io.pilotage.identity.process;

import io.pilotage.identity.WithKeycloak;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.identity.db.DbReadOnlyIdentityServiceProvider;
import org.operaton.bpm.engine.impl.persistence.GenericManagerFactory;
import org.springframework.stereotype.Component;

/** With Keycloak nobody can create, change or unlock people through the engine, not even an administrator. */
@Component
@WithKeycloak
class ReadOnlyPeople extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(new GenericManagerFactory(DbReadOnlyIdentityServiceProvider.class));
    }
}
