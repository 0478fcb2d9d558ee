package io.pilotage.signing.web;

import io.pilotage.identity.FreshSignIn;
import io.pilotage.identity.WithKeycloak;
import io.pilotage.signing.Confirmations;
import io.pilotage.workflow.SignatureProof;
import io.pilotage.workflow.SignatureRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * With Keycloak: the signer signs in there once more. It counts only when Keycloak says that this happened after the
 * signer set out for it ({@code auth_time}, OpenID Connect 2).
 */
@Controller
@WithKeycloak
@RequestMapping("/signing/{taskId}")
class SigningAtKeycloak {

    private static final String SET_OUT = SigningAtKeycloak.class.getName() + ".setOut";

    private final SigningPage page;
    private final Confirmations confirmations;
    private final RefusedSignatures refused;
    private final HttpSessionRequestCache requests = new HttpSessionRequestCache();

    SigningAtKeycloak(SigningPage page, Confirmations confirmations, RefusedSignatures refused) {
        this.page = page;
        this.confirmations = confirmations;
        this.refused = refused;
    }

    @GetMapping
    ModelAndView show(@PathVariable String taskId, Authentication person, HttpServletRequest request) {
        return page.show(taskId, person, request, false, null);
    }

    /** Remembers since when the person is signed in, and sets out. */
    @PostMapping
    ModelAndView setOut(@PathVariable String taskId, Authentication person, HttpServletRequest request) {
        if (page.asked(taskId, person).isEmpty()) {
            return page.show(taskId, person, request, false, null);
        }
        request.getSession().setAttribute(SET_OUT, new SetOut(taskId, person.getName(), signedIn(person), false));
        return new ModelAndView("redirect:/signing/{taskId}/signed", "taskId", taskId);
    }

    /** On the way to Keycloak, and on the way back from it. */
    @GetMapping("/signed")
    ModelAndView signed(
            @PathVariable String taskId,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        HttpSession session = request.getSession();
        Optional<SignatureRequest> asked = page.asked(taskId, person);
        if (!(session.getAttribute(SET_OUT) instanceof SetOut setOut)
                || !setOut.taskId.equals(taskId)
                || asked.isEmpty()) {
            return page.show(taskId, person, request, false, null);
        }
        if (!setOut.onTheWay) {
            session.setAttribute(SET_OUT, setOut.sent());
            requests.saveRequest(request, response);
            return new ModelAndView("redirect:" + FreshSignIn.ADDRESS);
        }
        session.removeAttribute(SET_OUT);
        Instant signedIn = signedIn(person);
        Optional<Instant> proven =
                setOut.isProvenBy(person.getName(), signedIn) ? confirmations.signedIn(signedIn) : Optional.empty();
        if (proven.isPresent()) {
            return page.confirm(taskId, person, request, new SignatureProof(SignatureProof.KEYCLOAK, proven.get()));
        }
        refused.record(asked.get(), person.getName(), "signing.notSignedInAgain");
        return page.show(taskId, person, request, false, "signing.notSignedInAgain");
    }

    /** When the person signed in at Keycloak; long ago where it does not say. */
    private static Instant signedIn(Authentication person) {
        Instant at = person.getPrincipal() instanceof OidcUser user ? user.getAuthenticatedAt() : null;
        return at == null ? Instant.EPOCH : at;
    }

    /** Somebody who left for Keycloak to sign a task; kept in the session, so that another node knows it too. */
    private record SetOut(String taskId, String person, Instant signedInBefore, boolean onTheWay)
            implements Serializable {

        SetOut sent() {
            return new SetOut(taskId, person, signedInBefore, true);
        }

        boolean isProvenBy(@Nullable String back, Instant signedIn) {
            return person.equals(back) && signedIn.isAfter(signedInBefore);
        }
    }
}
