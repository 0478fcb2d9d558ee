package io.pilotage.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Lets an application context take its people from the shared Keycloak. */
public final class FreshKeycloak implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        KeycloakServer keycloak = KeycloakServer.shared();
        TestPropertyValues.of(
                        "server.port=" + keycloak.applicationPort(),
                        "pilotage.identity.issuer=" + keycloak.issuer(),
                        "pilotage.identity.client-secret=" + keycloak.secret(),
                        "pilotage.identity.directory-client-secret=" + keycloak.secret(),
                        "pilotage.identity.base-url=http://127.0.0.1:" + keycloak.applicationPort())
                .applyTo(context);
    }
}
