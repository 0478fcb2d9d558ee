package io.pilotage.pilot.web;

import io.pilotage.pilot.CasePowers;
import io.pilotage.pilot.HarmReport;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one case: where it stands, who has it, what happened, what is missing. */
@Controller
@RequestMapping("/pilots/{key}")
class CasePages {

    private final PilotManagement pilots;
    private final CasePowers powers;
    private final CaseReaders readers;
    private final HarmReport harm;
    private final CaseHeads heads;
    private final Facts facts;
    private final OpenTasks openTasks;
    private final Answerable answerable;
    private final Gaps gaps;
    private final Decisions decisions;
    private final Agreed agreed;
    private final LoopRows loops;
    private final StoryPages stories;
    private final Diagrams diagrams;

    CasePages(
            PilotManagement pilots,
            CasePowers powers,
            CaseReaders readers,
            HarmReport harm,
            CaseHeads heads,
            Facts facts,
            OpenTasks openTasks,
            Answerable answerable,
            Gaps gaps,
            Decisions decisions,
            Agreed agreed,
            LoopRows loops,
            StoryPages stories,
            Diagrams diagrams) {
        this.pilots = pilots;
        this.powers = powers;
        this.readers = readers;
        this.harm = harm;
        this.heads = heads;
        this.facts = facts;
        this.openTasks = openTasks;
        this.answerable = answerable;
        this.gaps = gaps;
        this.decisions = decisions;
        this.agreed = agreed;
        this.loops = loops;
        this.stories = stories;
        this.diagrams = diagrams;
    }

    /**
     * @param story code of the entries that are shown
     * @param done present when the reader followed a link to a task that is done
     */
    @GetMapping
    String show(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(defaultValue = "all") String story,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) @Nullable String done,
            Authentication reader,
            Model view) {
        readers.admit(reader);
        Pilot pilot = pilots.find(key).orElseThrow(() -> new UnknownPilot(key));
        StoryKind kind = StoryKind.ofCode("story", story);
        String person = reader.getName();
        boolean goesOn = !pilot.status().isFinal();
        boolean mayName = goesOn && powers.mayName(key, person);
        List<Answerable.Row> people = answerable.of(pilot, mayName);
        view.addAttribute("head", heads.of(pilot));
        view.addAttribute("facts", facts.of(pilot));
        view.addAttribute("tasks", openTasks.of(pilot, person));
        view.addAttribute("people", people);
        view.addAttribute("everybody", answerable.everybody(people, mayName));
        view.addAttribute("gaps", gaps.of(pilot, people));
        view.addAttribute("theatre", gaps.isTheatre(pilot));
        view.addAttribute("advisoryOnly", goesOn && pilot.phase().compareTo(Phase.WORKFLOW_REDESIGN) < 0);
        view.addAttribute("decisions", decisions.of(pilot));
        view.addAttribute("agreed", agreed.of(key));
        view.addAttribute("loops", loops.of(pilot));
        view.addAttribute("loopsTotal", loops.total(pilot));
        view.addAttribute("lateQuestions", loops.late(pilot));
        view.addAttribute("decidedGates", goesOn ? loops.decided(pilot) : Map.of());
        view.addAttribute("ownRoles", loops.roles(person));
        view.addAttribute("diagram", diagrams.of(pilot, model).orElse(null));
        view.addAttribute("kinds", StoryKind.values());
        view.addAttribute("kind", kind);
        view.addAttribute("story", stories.of(pilot, kind, page));
        view.addAttribute("taskDone", done != null);
        view.addAttribute("reasons", StallReason.values());
        view.addAttribute("goesOn", goesOn);
        view.addAttribute("mayName", mayName);
        view.addAttribute("mayWithdraw", goesOn && powers.mayWithdraw(key, person));
        view.addAttribute("mayReportHarm", harm.mayReport(key, person));
        view.addAttribute("mayLiftHold", pilot.status() == PilotStatus.HELD && powers.mayLiftHold(key, person));
        return "pilot/case";
    }

    /** The model that the drawing on the page is made of. */
    @GetMapping(path = "/models/{process}", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> model(@PathVariable String key, @PathVariable String process, Authentication reader) {
        readers.admit(reader);
        return ResponseEntity.of(diagrams.model(key, process));
    }
}
