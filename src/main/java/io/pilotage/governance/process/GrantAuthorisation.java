package io.pilotage.governance.process;

import io.pilotage.governance.AuthorisationManagement;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Authorises the use when the reviews are unanimous and gate G3 misses nothing; otherwise the chair is asked. */
@Component
class GrantAuthorisation implements ServiceStep {

    private final AuthorisationManagement authorisations;

    GrantAuthorisation(AuthorisationManagement authorisations) {
        this.authorisations = authorisations;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        boolean granted = authorisations.grant(pilotKey);
        return Map.of("authorisationGranted", granted, "outcome", granted ? "go" : "undecided");
    }
}
