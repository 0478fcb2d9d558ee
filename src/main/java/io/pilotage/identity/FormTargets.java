package io.pilotage.identity;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where a form of ours may lead: to our own pages, and by signing out to Keycloak. */
@Component
public class FormTargets {

    private final String issuer;

    FormTargets(@Value("${pilotage.identity.issuer:}") String issuer) {
        this.issuer = issuer;
    }

    /** The sources of the directive {@code form-action} of a content security policy. */
    public String sources() {
        if (issuer.isEmpty()) {
            return "'self'";
        }
        URI keycloak = URI.create(issuer);
        return "'self' " + keycloak.getScheme() + "://" + keycloak.getAuthority();
    }
}
