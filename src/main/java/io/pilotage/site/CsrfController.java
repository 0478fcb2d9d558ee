package io.pilotage.site;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands the task list's additions the token that our own addresses ask for on every change. */
@RestController
class CsrfController {

    @GetMapping("/api/csrf")
    CsrfHeader csrf(CsrfToken token) {
        return new CsrfHeader(token.getHeaderName(), token.getParameterName(), token.getToken());
    }

    /** The token, and the names under which a header or a form sends it. */
    record CsrfHeader(String header, String parameter, String token) {}
}
