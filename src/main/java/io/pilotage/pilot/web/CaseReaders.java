package io.pilotage.pilot.web;

import io.pilotage.pilot.CasePowers;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Lets everybody with a role read cases, and nobody else. */
@Component
class CaseReaders {

    private final CasePowers powers;

    CaseReaders(CasePowers powers) {
        this.powers = powers;
    }

    /** @throws AccessDeniedException when the person holds no role */
    void admit(Authentication reader) {
        if (!powers.mayRead(reader.getName())) {
            throw new AccessDeniedException("pilot.read.noRole");
        }
    }
}
