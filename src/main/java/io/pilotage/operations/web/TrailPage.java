package io.pilotage.operations.web;

import io.pilotage.audit.AuditHead;
import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailChecks;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.Undertaking;
import io.pilotage.identity.ActingRole;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.TrailSentences;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The trail for auditors and administrators: have the whole of it checked, and read what belongs to no case. */
@Controller
@RequestMapping("/operations/trail")
class TrailPage {

    private static final int CHECKS = 10;
    private static final int PAGE_SIZE = 30;

    private final AuditHead head;
    private final TrailChecks checks;
    private final Trail trail;
    private final TrailSentences sentences;
    private final CaseWords words;
    private final OperationsWords moments;

    TrailPage(
            AuditHead head,
            TrailChecks checks,
            Trail trail,
            TrailSentences sentences,
            CaseWords words,
            OperationsWords moments) {
        this.head = head;
        this.checks = checks;
        this.trail = trail;
        this.sentences = sentences;
        this.words = words;
        this.moments = moments;
    }

    /** The result of a check. @param findings the first that were found */
    record Check(
            String at,
            String who,
            boolean passed,
            Object entries,
            Object chains,
            Object checkpoints,
            List<?> findings) {}

    /** Something that belongs to no case. */
    record Row(String at, String who, String sentence) {}

    @GetMapping
    String show(
            @RequestParam(defaultValue = "DEPLOYMENT") Undertaking of,
            @RequestParam(defaultValue = "0") int page,
            Model view) {
        view.addAttribute("head", head.state());
        view.addAttribute("words", moments);
        view.addAttribute("running", checks.runningSince().orElse(null));
        view.addAttribute(
                "checks", checks.latest(CHECKS).stream().map(this::check).toList());
        view.addAttribute("undertakings", Undertaking.values());
        view.addAttribute("chosen", of);
        view.addAttribute(
                "records",
                trail.of(of, PageRequest.of(Math.max(0, Math.min(page, 1_000)), PAGE_SIZE))
                        .map(this::row));
        return "operations/trail";
    }

    @PostMapping("/check")
    String check(Authentication reader, RedirectAttributes told) {
        boolean begun = checks.start(reader.getName(), ActingRole.of(reader));
        told.addFlashAttribute(
                begun ? "done" : "refused", begun ? "operations.trail.begun" : "operations.trail.underWay");
        return "redirect:/operations/trail";
    }

    private Check check(RecordedEntry recorded) {
        TrailEntry entry = recorded.entry();
        Map<String, Object> details = entry.details();
        Object problems = details.getOrDefault("problems", 0);
        return new Check(
                moments.moment(entry.at()),
                words.person(entry.actor()),
                problems instanceof Number count && count.longValue() == 0,
                details.getOrDefault("entries", 0),
                details.getOrDefault("chains", 0),
                details.getOrDefault("checkpoints", 0),
                details.get("findings") instanceof List<?> findings ? findings : List.of());
    }

    private Row row(RecordedEntry recorded) {
        TrailEntry entry = recorded.entry();
        return new Row(moments.moment(entry.at()), words.person(entry.actor()), sentences.of(entry));
    }
}
