package io.pilotage.workflow;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/** Puts the plain answers into every REST application of the engine: its web applications each bring their own. */
public class RestAnswersDiscovery implements AutoDiscoverable {

    @Override
    public void configure(FeatureContext application) {
        if (!application.getConfiguration().isRegistered(RestAnswers.class)) {
            application.register(RestAnswers.class);
        }
    }
}
