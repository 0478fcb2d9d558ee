package io.pilotage.pilot.web;

import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.CasePowers;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.HarmReport;
import io.pilotage.pilot.Hold;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.StallReason;
import io.pilotage.pilot.Withdrawal;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.RefusalLog;
import io.pilotage.workflow.RefusalSentences;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.Waits;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do on the page of a case: name who answers, report harm, withdraw, lift a hold. */
@Controller
@RequestMapping("/pilots/{key}")
class CaseActions {

    private final PilotManagement pilots;
    private final Withdrawal withdrawal;
    private final Hold hold;
    private final HarmReport harm;
    private final AccountabilityManagement accountabilities;
    private final CasePowers powers;
    private final ReopeningAsk reopenings;
    private final RefusalLog refusals;
    private final RefusalSentences sentences;
    private final CaseWords words;

    CaseActions(
            PilotManagement pilots,
            Withdrawal withdrawal,
            Hold hold,
            HarmReport harm,
            AccountabilityManagement accountabilities,
            CasePowers powers,
            ReopeningAsk reopenings,
            RefusalLog refusals,
            RefusalSentences sentences,
            CaseWords words) {
        this.pilots = pilots;
        this.withdrawal = withdrawal;
        this.hold = hold;
        this.harm = harm;
        this.accountabilities = accountabilities;
        this.powers = powers;
        this.reopenings = reopenings;
        this.refusals = refusals;
        this.sentences = sentences;
        this.words = words;
    }

    @PostMapping("/people")
    String name(
            @PathVariable String key,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(defaultValue = "") String superior,
            @RequestParam Map<String, String> typed,
            Authentication actor,
            RedirectAttributes answer) {
        return done(new Sent(key, "people", typed), "#people", actor, answer, () -> {
            if (!powers.mayName(key, actor.getName())) {
                throw new Refused("pilot.name.notYours");
            }
            accountabilities.name(key, role, orNull(person), orNull(deputy), orNull(superior), actor.getName());
            return words.say("pilot.case.people.saved", words.role(role));
        });
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            @RequestParam Map<String, String> typed,
            Authentication actor,
            RedirectAttributes answer) {
        return done(new Sent(key, "withdrawal", typed), "#withdrawal", actor, answer, () -> {
            if (!Waits.REASONS.contains(reason)) {
                throw FieldsRefused.of("reason", "pilot.withdraw.reason");
            }
            if (note.isBlank()) {
                throw FieldsRefused.of("note", "pilot.withdraw.note");
            }
            withdrawal.withdraw(key, StallReason.ofCode(reason), note.strip(), actor.getName());
            return words.say("pilot.case.withdraw.done");
        });
    }

    @PostMapping("/hold/lifting")
    String liftHold(@PathVariable String key, Authentication actor, RedirectAttributes answer) {
        return done(new Sent(key, "hold", Map.of()), "", actor, answer, () -> {
            hold.lift(key, actor.getName());
            return words.say("pilot.case.liftHold.done");
        });
    }

    @PostMapping("/harm")
    String reportHarm(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String what,
            @RequestParam Map<String, String> typed,
            Authentication actor,
            RedirectAttributes answer) {
        return done(new Sent(key, "harm", typed), "#harm", actor, answer, () -> {
            harm.report(key, what, actor.getName());
            return words.say("pilot.case.harm.done");
        });
    }

    @PostMapping("/reopening")
    String reopen(
            @PathVariable String key,
            @ModelAttribute ReopeningAsk.Request request,
            @RequestParam Map<String, String> typed,
            Authentication actor,
            RedirectAttributes answer) {
        return done(new Sent(key, "reopening", typed), "#loops", actor, answer, () -> {
            int loop = reopenings.ask(key, request, actor.getName()).number();
            return words.say("pilot.case.reopen.done", loop);
        });
    }

    /** What a person does; the sentence that tells it is done. */
    private interface Deed {
        String perform();
    }

    /** A form of the page, with what was typed into it. */
    private record Sent(String key, String form, Map<String, String> typed) {}

    /** What was typed is on the page again, and the sentence beside the field that it is about. */
    private String done(Sent sent, String place, Authentication actor, RedirectAttributes answer, Deed deed) {
        String key = sent.key;
        if (pilots.find(key).isEmpty()) {
            throw new UnknownPilot(key);
        }
        try {
            answer.addFlashAttribute("done", deed.perform());
        } catch (Refused refused) {
            refusals.onCase(key, actor.getName(), refused);
            Locale language = LocaleContextHolder.getLocale();
            answer.addFlashAttribute("refused", sentences.of(refused, language));
            answer.addFlashAttribute("wrong", sentences.byField(refused, language));
            answer.addFlashAttribute("form", sent.form);
            Map<String, String> typed = new HashMap<>(sent.typed);
            typed.remove("_csrf");
            answer.addFlashAttribute("typed", typed);
        }
        answer.addAttribute("key", key);
        return "redirect:/pilots/{key}" + place;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
