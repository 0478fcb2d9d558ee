package io.pilotage.operations.web;

import io.pilotage.operations.PersonErasure;
import io.pilotage.workflow.RefusalLog;
import io.pilotage.workflow.RefusalSentences;
import io.pilotage.workflow.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which an administrator erases a person from the trail, in two steps. */
@Controller
@RequestMapping("/operations/erasure")
class ErasurePage {

    private static final String PAGE = "operations/erasure";

    private final PersonErasure erasure;
    private final RefusalSentences refusals;
    private final RefusalLog log;

    ErasurePage(PersonErasure erasure, RefusalSentences refusals, RefusalLog log) {
        this.erasure = erasure;
        this.refusals = refusals;
        this.log = log;
    }

    @GetMapping
    String show() {
        return PAGE;
    }

    /** Says what would go; nothing is kept of this step. */
    @PostMapping("/intended")
    String intend(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reason,
            Authentication actor,
            Locale language,
            HttpServletResponse response,
            Model view) {
        return step(
                person,
                reason,
                actor,
                language,
                response,
                view,
                () -> view.addAttribute("held", erasure.intend(person.strip(), reason)));
    }

    @PostMapping
    String erase(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int values,
            Authentication actor,
            Locale language,
            HttpServletResponse response,
            Model view) {
        return step(
                person,
                reason,
                actor,
                language,
                response,
                view,
                () -> view.addAttribute("erased", erasure.erase(person.strip(), reason, values, actor.getName())));
    }

    private String step(
            String person,
            String reason,
            Authentication actor,
            Locale language,
            HttpServletResponse response,
            Model view,
            Runnable step) {
        view.addAttribute("person", person);
        view.addAttribute("reason", reason);
        try {
            step.run();
        } catch (Refused refused) {
            log.onAdministration(actor.getName(), refused);
            response.setStatus(HttpStatus.CONFLICT.value());
            view.addAttribute("refused", refusals.of(refused, language));
        }
        return PAGE;
    }
}
