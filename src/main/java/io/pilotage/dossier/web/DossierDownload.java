package io.pilotage.dossier.web;

import io.pilotage.dossier.Dossiers;
import io.pilotage.pilot.CasePowers;
import io.pilotage.pilot.PilotManagement;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Hands the dossier of a case to somebody who may read the case. */
@RestController
class DossierDownload {

    private final Dossiers dossiers;
    private final PilotManagement pilots;
    private final CasePowers powers;

    DossierDownload(Dossiers dossiers, PilotManagement pilots, CasePowers powers) {
        this.dossiers = dossiers;
        this.pilots = pilots;
        this.powers = powers;
    }

    @GetMapping(path = "/pilots/{key}/dossier", produces = "application/zip")
    ResponseEntity<byte[]> dossier(@PathVariable String key, Authentication reader) {
        if (!powers.mayRead(reader.getName())) {
            throw new AccessDeniedException("pilot.read.noRole");
        }
        if (pilots.find(key).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("dossier-" + key + ".zip")
                                .build()
                                .toString())
                .body(dossiers.pack(key, reader.getName()));
    }
}
