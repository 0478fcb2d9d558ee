package io.pilotage.identity.web;

import io.pilotage.identity.WithKeycloak;
import io.pilotage.identity.keycloak.Keycloak;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads to Keycloak, or says why that is not possible now. */
@Controller
@WithKeycloak
class KeycloakLoginPage {

    private static final String SIGN_IN = OidcLogin.BEGINNING + "/" + KeycloakClients.KEYCLOAK;

    private final Keycloak keycloak;

    KeycloakLoginPage(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    @GetMapping("/login")
    String login(HttpServletRequest request, HttpServletResponse response, Model model) {
        boolean toldSomething = request.getParameter("logout") != null || request.getParameter("error") != null;
        if (!keycloak.answers()) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader("Retry-After", "30");
            model.addAttribute("away", true);
        } else if (!toldSomething) {
            return "redirect:" + SIGN_IN;
        }
        return "identity/login";
    }
}
