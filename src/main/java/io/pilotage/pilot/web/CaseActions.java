package io.pilotage.pilot.web;

import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.CasePowers;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Hold;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.StallReason;
import io.pilotage.pilot.Withdrawal;
import io.pilotage.workflow.RefusalLog;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.Waits;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do on the page of a case: name who answers, withdraw, lift a hold. */
@Controller
@RequestMapping("/pilots/{key}")
class CaseActions {

    private final PilotManagement pilots;
    private final Withdrawal withdrawal;
    private final Hold hold;
    private final AccountabilityManagement accountabilities;
    private final CasePowers powers;
    private final ReopeningAsk reopenings;
    private final RefusalLog refusals;
    private final CaseWords words;

    CaseActions(
            PilotManagement pilots,
            Withdrawal withdrawal,
            Hold hold,
            AccountabilityManagement accountabilities,
            CasePowers powers,
            ReopeningAsk reopenings,
            RefusalLog refusals,
            CaseWords words) {
        this.pilots = pilots;
        this.withdrawal = withdrawal;
        this.hold = hold;
        this.accountabilities = accountabilities;
        this.powers = powers;
        this.reopenings = reopenings;
        this.refusals = refusals;
        this.words = words;
    }

    @PostMapping("/people")
    String name(
            @PathVariable String key,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(defaultValue = "") String superior,
            Authentication actor,
            RedirectAttributes answer) {
        return done(key, "#people", actor, answer, () -> {
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
            Authentication actor,
            RedirectAttributes answer) {
        return done(key, "", actor, answer, () -> {
            if (!Waits.REASONS.contains(reason) || note.isBlank()) {
                throw new Refused("pilot.withdraw.reasonMissing");
            }
            withdrawal.withdraw(key, StallReason.ofCode(reason), note.strip(), actor.getName());
            return words.say("pilot.case.withdraw.done");
        });
    }

    @PostMapping("/hold/lifting")
    String liftHold(@PathVariable String key, Authentication actor, RedirectAttributes answer) {
        return done(key, "", actor, answer, () -> {
            hold.lift(key, actor.getName());
            return words.say("pilot.case.liftHold.done");
        });
    }

    @PostMapping("/reopening")
    String reopen(
            @PathVariable String key,
            @ModelAttribute ReopeningAsk.Request request,
            Authentication actor,
            RedirectAttributes answer) {
        return done(key, "#loops", actor, answer, () -> {
            int loop = reopenings.ask(key, request, actor.getName()).number();
            return words.say("pilot.case.reopen.done", loop);
        });
    }

    /** What a person does; the sentence that tells it is done. */
    private interface Deed {
        String perform();
    }

    private String done(String key, String place, Authentication actor, RedirectAttributes answer, Deed deed) {
        if (pilots.find(key).isEmpty()) {
            throw new UnknownPilot(key);
        }
        try {
            answer.addFlashAttribute("done", deed.perform());
        } catch (Refused refused) {
            refusals.onCase(key, actor.getName(), refused);
            answer.addFlashAttribute("refused", words.say(refused.messageKey(), refused.arguments()));
        }
        answer.addAttribute("key", key);
        return "redirect:/pilots/{key}" + place;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
