package io.pilotage.site;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands the task list's additions the token that our own addresses ask for on every change. */
@RestController
class CsrfController {

    @GetMapping("/api/csrf")
    CsrfHeader csrf(CsrfToken token) {
        return new CsrfHeader(token.getHeaderName(), token.getToken());
    }

    /** The name and value of the header to send. */
    record CsrfHeader(String header, String token) {}
}
