package io.pilotage.operations.web;

import io.pilotage.notification.OutboxCare;
import io.pilotage.operations.MailCare;
import io.pilotage.operations.Versions;
import io.pilotage.operations.process.DeployedModels;
import io.pilotage.operations.process.StandingCases;
import io.pilotage.operations.process.TroubledJobs;
import io.pilotage.workflow.OpenWork;
import io.pilotage.workflow.Refused;
import java.security.Principal;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page for those who run the product: what needs a hand, and which versions run. */
@Controller
@RequestMapping("/operations")
class OperationsPage {

    private static final int MOST = 50;
    private static final String BACK = "redirect:/operations";

    private final TroubledJobs jobs;
    private final StandingCases standing;
    private final OpenWork work;
    private final OutboxCare outbox;
    private final MailCare mails;
    private final DeployedModels models;
    private final Versions versions;
    private final OperationsWords words;
    private final Clock clock;

    OperationsPage(
            TroubledJobs jobs,
            StandingCases standing,
            OpenWork work,
            OutboxCare outbox,
            MailCare mails,
            DeployedModels models,
            Versions versions,
            OperationsWords words,
            Clock clock) {
        this.jobs = jobs;
        this.standing = standing;
        this.work = work;
        this.outbox = outbox;
        this.mails = mails;
        this.models = models;
        this.versions = versions;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("words", words);
        model.addAttribute("now", clock.instant().atZone(ZoneOffset.UTC));
        model.addAttribute("most", MOST);
        model.addAttribute("jobs", jobs.list(MOST));
        model.addAttribute("standing", standing.list(MOST));
        model.addAttribute("unanswered", work.unanswered(clock.instant(), MOST));
        model.addAttribute("outbox", outbox.state());
        model.addAttribute("mails", outbox.undelivered(MOST));
        model.addAttribute("versions", versions);
        model.addAttribute("engineVersion", models.engineVersion());
        model.addAttribute("models", models.list());
        return "operations/operations";
    }

    @PostMapping("/jobs/{id}/again")
    String tryJobAgain(@PathVariable String id, Principal operator, RedirectAttributes told) {
        return done(told, "operations.job.again", () -> jobs.tryAgain(id, operator.getName()));
    }

    @PostMapping("/mails/{id}/again")
    String tryMailAgain(@PathVariable long id, Principal operator, RedirectAttributes told) {
        return done(told, "operations.mail.again", () -> mails.tryAgain(id, operator.getName()));
    }

    private static String done(RedirectAttributes told, String sentence, Runnable work) {
        try {
            work.run();
            told.addFlashAttribute("done", sentence);
        } catch (Refused gone) {
            told.addFlashAttribute("refused", gone.messageKey());
        }
        return BACK;
    }
}
