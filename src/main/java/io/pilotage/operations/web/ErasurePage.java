package io.pilotage.operations.web;

import io.pilotage.audit.Erasure.Erased;
import io.pilotage.operations.PersonErasure;
import io.pilotage.workflow.RefusalLog;
import io.pilotage.workflow.RefusalSentences;
import io.pilotage.workflow.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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

    /**
     * What the administrator asks for.
     *
     * @param names other ways in which texts name the person, one a line
     * @param values as the first step counted them
     */
    record Asked(String person, String names, String reason, int values) {

        public List<String> spellings() {
            return names.lines()
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .toList();
        }
    }

    @ModelAttribute("asked")
    Asked asked(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String names,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int values) {
        return new Asked(person.strip(), names, reason, values);
    }

    @GetMapping
    String show() {
        return PAGE;
    }

    /** Says what would go; nothing is kept of this step. */
    @PostMapping("/intended")
    String intend(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            Authentication actor,
            HttpServletResponse response,
            Model view) {
        return step(
                actor, response, view, "held", () -> erasure.intend(asked.person(), asked.spellings(), asked.reason()));
    }

    @PostMapping
    String erase(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            Authentication actor,
            HttpServletResponse response,
            Model view) {
        return step(
                actor,
                response,
                view,
                "erased",
                () -> erasure.erase(
                        asked.person(), asked.spellings(), asked.reason(), asked.values(), actor.getName()));
    }

    private String step(
            Authentication actor, HttpServletResponse response, Model view, String result, Supplier<Erased> step) {
        try {
            view.addAttribute(result, step.get());
        } catch (Refused refused) {
            log.onAdministration(actor.getName(), refused);
            response.setStatus(HttpStatus.CONFLICT.value());
            view.addAttribute("refused", refusals.of(refused, LocaleContextHolder.getLocale()));
            view.addAttribute("wrong", refusals.byField(refused, LocaleContextHolder.getLocale()));
        }
        return PAGE;
    }
}
