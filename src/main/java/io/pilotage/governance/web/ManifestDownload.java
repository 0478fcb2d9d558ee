package io.pilotage.governance.web;

import io.pilotage.governance.EvaluationClaims;
import io.pilotage.pilot.CasePowers;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.seal.PrmlManifest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Hands out one criterion of a sealed evaluation plan as a PRML manifest, with its hash in a header. */
@RestController
class ManifestDownload {

    private final EvaluationClaims claims;
    private final PilotManagement pilots;
    private final CasePowers powers;
    private final String baseUrl;

    ManifestDownload(
            EvaluationClaims claims,
            PilotManagement pilots,
            CasePowers powers,
            @Value("${pilotage.identity.base-url:}") String baseUrl) {
        this.claims = claims;
        this.pilots = pilots;
        this.powers = powers;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/pilots/{key}/seals/evaluation-plan/{version}/{position}.prml")
    ResponseEntity<String> manifest(
            @PathVariable String key, @PathVariable int version, @PathVariable int position, Authentication reader) {
        if (!powers.mayRead(reader.getName())) {
            throw new AccessDeniedException("pilot.read.noRole");
        }
        if (pilots.find(key).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        PrmlManifest manifest = claims.manifest(key, version, position, producer())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(PrmlManifest.MEDIA_TYPE + ";charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s-plan-%d-%d.prml".formatted(key, version, position))
                                .build()
                                .toString())
                .header("X-PRML-SHA256", manifest.sha256())
                .body(manifest.canonical());
    }

    /** The name under which the product is reached: as configured, or else as the reader called it. */
    private String producer() {
        URI address = baseUrl.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUri()
                : URI.create(baseUrl);
        return address.getHost() == null ? "localhost" : address.getHost();
    }
}
