package io.pilotage.signing.web;

import io.pilotage.identity.WithoutKeycloak;
import io.pilotage.workflow.SignatureProof;
import io.pilotage.workflow.SignatureRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The embedded default: the signer gives the password again. */
@Controller
@WithoutKeycloak
@RequestMapping("/signing/{taskId}")
class SigningByPassword {

    private final SigningPage page;
    private final PasswordAgain passwords;
    private final RefusedSignatures refused;
    private final Clock clock;

    SigningByPassword(SigningPage page, PasswordAgain passwords, RefusedSignatures refused, Clock clock) {
        this.page = page;
        this.passwords = passwords;
        this.refused = refused;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String taskId, Authentication person, HttpServletRequest request) {
        return page.show(taskId, person, request, true, null);
    }

    /** The name comes along, so that whoever tries passwords is slowed down as at the sign-in page. */
    @PostMapping
    ModelAndView confirm(
            @PathVariable String taskId,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Authentication person,
            HttpServletRequest request) {
        Optional<SignatureRequest> asked = page.asked(taskId, person);
        if (asked.isPresent()
                && !(username.equals(person.getName()) && passwords.isRight(username, password, request))) {
            refused.record(asked.get(), person.getName(), "signing.wrongPassword");
            return page.show(taskId, person, request, true, "signing.wrongPassword");
        }
        return asked.isEmpty()
                ? page.show(taskId, person, request, true, null)
                : page.confirm(taskId, person, request, new SignatureProof(SignatureProof.PASSWORD, clock.instant()));
    }
}
