package io.pilotage.businesscase.web;

import io.pilotage.pilot.CasePowers;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Lets everybody with a role read what a board reads, and nobody else. */
@Component("businessCaseReaders")
class Readers {

    private final CasePowers powers;
    private final PilotManagement pilots;

    Readers(CasePowers powers, PilotManagement pilots) {
        this.powers = powers;
        this.pilots = pilots;
    }

    /** @throws AccessDeniedException when the person holds no role */
    void admit(Authentication reader) {
        if (!powers.mayRead(reader.getName())) {
            throw new AccessDeniedException("pilot.read.noRole");
        }
    }

    /** @throws ResponseStatusException not found, when there is no such pilot */
    Pilot admit(Authentication reader, String key) {
        admit(reader);
        return pilots.find(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
