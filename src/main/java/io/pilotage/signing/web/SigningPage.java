package io.pilotage.signing.web;

import io.pilotage.signing.Confirmations;
import io.pilotage.workflow.SignatureProof;
import io.pilotage.workflow.SignatureRequest;
import io.pilotage.workflow.Signing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page that shows what is signed and asks who signs; the same for both ways to show it. */
@Component
class SigningPage {

    private final Signing signing;
    private final Confirmations confirmations;

    SigningPage(Signing signing, Confirmations confirmations) {
        this.signing = signing;
        this.confirmations = confirmations;
    }

    /** What the person may sign; empty when the task is done, is not signed, or is somebody else's. */
    Optional<SignatureRequest> asked(String engineTaskId, Authentication person) {
        return signing.asked(engineTaskId)
                .filter(asked -> asked.assignee() == null || asked.assignee().equals(person.getName()));
    }

    /**
     * The page as it is now for the person: to be confirmed, or confirmed already.
     *
     * @param problem message key of what went wrong just now, or null
     */
    ModelAndView show(
            String engineTaskId,
            Authentication person,
            HttpServletRequest request,
            boolean byPassword,
            @Nullable String problem) {
        Optional<SignatureRequest> asked = asked(engineTaskId, person);
        if (asked.isEmpty()) {
            ModelAndView nothing = new ModelAndView("signing/nothing");
            nothing.setStatus(HttpStatus.NOT_FOUND);
            return nothing;
        }
        ModelAndView page = new ModelAndView("signing/signing");
        page.addObject("asked", asked.get());
        page.addObject("person", person.getName());
        page.addObject("byPassword", byPassword);
        page.addObject("minutes", confirmations.validFor().toMinutes());
        page.addObject(
                "confirmed",
                confirmations.isConfirmed(engineTaskId, person.getName(), ProofOfCaller.sessionOf(request)));
        page.addObject("problem", problem);
        page.setStatus(HttpStatusCode.valueOf(problem == null ? 200 : 403));
        return page;
    }

    /** Notes that the person has shown who they are, and leads back to the page, which says what comes next. */
    ModelAndView confirm(String engineTaskId, Authentication person, HttpServletRequest request, SignatureProof proof) {
        confirmations.confirm(engineTaskId, person.getName(), ProofOfCaller.sessionOf(request), proof);
        return back(engineTaskId);
    }

    static ModelAndView back(String engineTaskId) {
        return new ModelAndView("redirect:/signing/{taskId}", "taskId", engineTaskId);
    }
}
